package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import org.junit.jupiter.api.Test;

/** Echoes of beams with width, and what goes wrong with them. */
final class LidarEchoTest {
  private static final LidarConfig IDEAL = LidarConfig.roof().withoutNoise();
  /** As wide at 14 m as neighbouring beams are apart: some graze the edges of a sign there. */
  private static final double DIVERGENCE = 0.012;

  private static EchoConfig beam(Returns returns) {
    return new EchoConfig(returns, Firing.SUB_RAYS, DIVERGENCE, 0.0, 0.0, 0.0, 0.0);
  }

  private static LidarSweep sweep(EchoConfig echoes, Instance... fixed) {
    return new SpinningLidar(IDEAL.withEchoes(echoes), Course.scene(fixed), 5)
        .sweep(Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");
  }

  private static Instance sign(double x, Surface surface) {
    MeshBuilder mesh = new MeshBuilder();
    mesh.box(0, 0, 0, 0.02, 0.6, 0.6, surface);
    return Instance.fixed(mesh.build(), new Pose3(x, 0, 1.85, 0, 0, 0));
  }

  private static double range(LidarSweep sweep, int i) {
    return Math.sqrt(sweep.x(i) * sweep.x(i) + sweep.y(i) * sweep.y(i) + sweep.z(i) * sweep.z(i));
  }

  private static long between(LidarSweep sweep, double low, double high) {
    long count = 0;
    for (int i = 0; i < sweep.size(); i++) {
      count += sweep.x(i) > low && sweep.x(i) < high ? 1 : 0;
    }
    return count;
  }

  @Test
  void aBeamOnAnEdgeReturnsBothThings() {
    Instance near = sign(15, Surface.SIGN_BACK);
    Instance far = Course.wall(30, Surface.CONCRETE);
    LidarSweep first = sweep(beam(Returns.FIRST), near, far);
    LidarSweep last = sweep(beam(Returns.LAST), near, far);
    LidarSweep dual = sweep(beam(Returns.DUAL), near, far);
    LidarSweep single = sweep(EchoConfig.SIMPLE, near, far);

    long firstNear = between(first, 13, 14);
    long lastNear = between(last, 13, 14);
    long dualNear = between(dual, 13, 14);
    // Beams that only graze the sign see it first and the wall last; both are in a dual return.
    assertThat(firstNear).isGreaterThan(between(single, 13, 14));
    assertThat(lastNear).isLessThan(between(single, 13, 14));
    assertThat(dualNear).isEqualTo(firstNear);
    assertThat((long) dual.size()).isEqualTo(first.size() + (firstNear - lastNear));
  }

  @Test
  void allOfAWallReturnsOnce() {
    Instance wall = Course.wall(20, Surface.CONCRETE);

    assertThat(sweep(beam(Returns.DUAL), wall).size())
        .isLessThanOrEqualTo((int) (1.01 * sweep(EchoConfig.SIMPLE, wall).size()));
  }

  @Test
  void aRetroReflectorBloomsIntoRowsAndColumnsBesideIt() {
    EchoConfig blooming =
        new EchoConfig(Returns.STRONGEST, Firing.SUB_RAYS, DIVERGENCE, 0.8, 0.0, 0.0, 0.0);
    long clean = between(sweep(beam(Returns.STRONGEST), sign(15, Surface.REFLECTOR)), 13, 15);
    long bloomed = between(sweep(blooming, sign(15, Surface.REFLECTOR)), 13, 15);
    long paper = between(sweep(blooming, sign(15, Surface.SIGN_BACK)), 13, 15);

    assertThat(bloomed).isGreaterThan(clean + 10);
    assertThat(paper)
        .isEqualTo(between(sweep(beam(Returns.STRONGEST), sign(15, Surface.SIGN_BACK)), 13, 15));
  }

  @Test
  void glassShowsBehindItWhatItMirrors() {
    EchoConfig ghosts = new EchoConfig(Returns.STRONGEST, 1, 0.0, 0.0, 0.0, 1.0, 0.0);
    Instance glass = Course.wall(10, Surface.GLASS);
    MeshBuilder behind = new MeshBuilder();
    behind.box(-0.5, 0, 0, 1, 60, 30, Surface.CONCRETE);
    Instance back = Instance.fixed(behind.build(), new Pose3(-6, 0, 0, 0, 0, 0));
    LidarSweep sweep = sweep(ghosts, glass, back);

    // Straight ahead: 8.7 m to the glass, then 16 m back to the wall behind the car.
    double expected = 10 - IDEAL.mountX() + 16;
    int found = 0;
    for (int i = 0; i < sweep.size(); i++) {
      if (Math.abs(sweep.y(i)) < 0.1 && Math.abs(sweep.z(i)) < 0.2 && sweep.x(i) > 0) {
        assertThat(range(sweep, i)).isCloseTo(expected, within(0.05));
        found++;
      }
    }
    assertThat(found).isGreaterThan(2);
  }

  @Test
  void crosstalkHitsItsShareOfThePulses() {
    EchoConfig busy = new EchoConfig(Returns.STRONGEST, 1, 0.0, 0.0, 0.05, 0.0, 0.0);
    LidarSweep sweep = sweep(busy);

    // Pulses into an empty world: 64 x 1024, less those nearer than the device reports.
    double expected = 0.05 * 64 * 1024 * (1.0 - IDEAL.rangeMinM() / IDEAL.rangeMaxM());
    assertThat((double) sweep.size()).isCloseTo(expected, within(5.0 * Math.sqrt(expected)));
  }

  @Test
  void aRowKeepsItsOwnRangeError() {
    EchoConfig uneven = new EchoConfig(Returns.STRONGEST, 1, 0.0, 0.0, 0.0, 0.0, 0.03);
    LidarSweep sweep = sweep(uneven, Course.wall(20, Surface.CONCRETE));
    double[] error = new double[64];
    double spread = 0.0;
    for (int i = 0; i < sweep.size(); i++) {
      int ring = sweep.ring(i);
      double each = range(sweep, i) * (1.0 - (20 - IDEAL.mountX()) / sweep.x(i));
      if (error[ring] == 0.0) {
        error[ring] = each;
      }
      assertThat(each).isCloseTo(error[ring], within(4e-3));
      spread = Math.max(spread, Math.abs(each));
    }

    assertThat(spread).isBetween(0.03, 0.13);
  }

  @Test
  void refusesReturnsThatOneRayCannotGive() {
    assertThatThrownBy(() -> new EchoConfig(Returns.DUAL, 1, 0.0, 0.0, 0.0, 0.0, 0.0))
        .hasMessageContaining("returns=DUAL needs subRays=5");
    assertThatThrownBy(() -> new EchoConfig(Returns.FIRST, 3, 0.002, 0.0, 0.0, 0.0, 0.0))
        .hasMessageContaining("subRays=3");
    assertThatThrownBy(() -> new EchoConfig(Returns.FIRST, 5, 0.0, 0.0, 0.0, 0.0, 0.0))
        .hasMessageContaining("divergence=0");
  }
}
