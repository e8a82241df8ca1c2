package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpinningLidarTest {
  private static final LidarConfig REAL = LidarConfig.roof();
  private static final LidarConfig IDEAL = REAL.withoutNoise();

  private static double range(LidarSweep sweep, int i) {
    return Math.sqrt(sweep.x(i) * sweep.x(i) + sweep.y(i) * sweep.y(i) + sweep.z(i) * sweep.z(i));
  }

  private static LidarSweep standing(
      LidarConfig config, long seed, io.camber.sim.scene.Instance... fixed) {
    SpinningLidar lidar = new SpinningLidar(config, Course.scene(fixed), seed);
    return lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");
  }

  @Test
  void measuresLevelGroundAtItsMountingHeight() {
    LidarSweep sweep = standing(IDEAL, 1, Course.plane(Surface.ASPHALT));
    double[] elevations = Beams.elevations();

    // Every beam below -0.9 degrees reaches the ground within 120 m: its range is height / sin.
    assertThat(sweep.size()).isGreaterThan(40 * 1024);
    for (int i = 0; i < sweep.size(); i++) {
      assertThat((double) sweep.z(i)).isCloseTo(-REAL.mountZ(), within(2e-3));
      double expected = REAL.mountZ() / StrictMath.sin(-elevations[sweep.ring(i)]);
      assertThat(range(sweep, i)).isCloseTo(expected, within(1e-3 * expected));
    }
  }

  @Test
  void measuresAWallWhereItStands() {
    LidarSweep sweep = standing(IDEAL, 1, Course.wall(20.0, Surface.CONCRETE));

    assertThat(sweep.size()).isGreaterThan(1000);
    for (int i = 0; i < sweep.size(); i++) {
      assertThat((double) sweep.x(i)).isCloseTo(20.0 - REAL.mountX(), within(2e-3));
    }
  }

  @Test
  void showsAMovingEgoTheWallAsItWasAtEachPointsTime() {
    double speed = 20.0;
    SpinningLidar lidar =
        new SpinningLidar(IDEAL, Course.scene(Course.wall(40.0, Surface.CONCRETE)), 1);
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(speed * t * 1e-9))),
        Course.SWEEP_END_NS,
        "Ego");

    double nearest = Double.MAX_VALUE;
    double farthest = 0.0;
    for (int i = 0; i < sweep.size(); i++) {
      double expected = 40.0 - REAL.mountX() - speed * sweep.pointTimeNs(i) * 1e-9;
      assertThat((double) sweep.x(i)).isCloseTo(expected, within(3e-3));
      nearest = Math.min(nearest, sweep.x(i));
      farthest = Math.max(farthest, sweep.x(i));
    }
    // The wall spans a third of the revolution: the image of the flat wall is skewed by about 0.6
    // m.
    assertThat(farthest - nearest).isGreaterThan(0.4);
  }

  @Test
  void showsAMovingActorAsItWasAtEachPointsTime() {
    double speed = 25.0;
    Size3 size = new Size3(0.4, 8.0, 3.0);
    SpinningLidar lidar = new SpinningLidar(IDEAL, Course.scene(), 1);
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(
            t,
            Course.ego(0),
            Course.actor(
                "Box",
                ObjectClass.UNKNOWN,
                "crate",
                new Pose3(30 - speed * t * 1e-9, 0, 0, 0, 0, 0),
                size,
                0))),
        Course.SWEEP_END_NS,
        "Ego");

    assertThat(sweep.size()).isGreaterThan(200);
    for (int i = 0; i < sweep.size(); i++) {
      double face = 30.0 - 0.2 - speed * sweep.pointTimeNs(i) * 1e-9 - REAL.mountX();
      if (sweep.z(i) < 1.0) {
        assertThat((double) sweep.x(i)).isCloseTo(face, within(3e-3));
      }
    }
  }

  @Test
  void spreadsRangesAsConfigured() {
    LidarSweep sweep = standing(REAL, 9, Course.wall(15.0, Surface.STEEL));
    double[] elevations = Beams.elevations();
    int count = 0;
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < sweep.size(); i++) {
      double cosAzimuth = sweep.x(i) / Math.sqrt(sweep.x(i) * sweep.x(i) + sweep.y(i) * sweep.y(i));
      double cosElevation = StrictMath.cos(elevations[sweep.ring(i)]);
      // Near normal incidence jitter changes the range by less than a millimetre.
      if (cosAzimuth > 0.97 && cosElevation > 0.99) {
        double error = range(sweep, i) - (15.0 - REAL.mountX()) / (cosAzimuth * cosElevation);
        sum += error;
        squares += error * error;
        count++;
      }
    }
    double mean = sum / count;
    double std = Math.sqrt(squares / count - mean * mean);

    assertThat(count).isGreaterThan(2000);
    // Five standard errors of the mean and of the standard deviation.
    assertThat(mean).isCloseTo(0.0, within(5.0 * 0.02 / Math.sqrt(count)));
    assertThat(std).isCloseTo(0.02, within(5.0 * 0.02 / Math.sqrt(2.0 * count)));
  }

  @Test
  void losesDarkAndGrazedSurfacesBeforeBrightOnes() {
    int dark = standing(REAL, 3, Course.wall(100.0, Surface.TYRE)).size();
    int bright = standing(REAL, 3, Course.wall(100.0, Surface.CARGO)).size();
    LidarSweep ground = standing(REAL, 3, Course.plane(Surface.ASPHALT));
    double farthest = 0.0;
    for (int i = 0; i < ground.size(); i++) {
      farthest = Math.max(farthest, range(ground, i));
    }

    assertThat(dark).isLessThan((int) (0.85 * bright));
    assertThat(farthest).isBetween(35.0, 110.0);
  }

  @Test
  void reportsRetroReflectorsBrighterThanPaper() {
    LidarSweep plate = standing(REAL, 3, Course.wall(20.0, Surface.PLATE));
    LidarSweep concrete = standing(REAL, 3, Course.wall(20.0, Surface.CONCRETE));

    assertThat(plate.intensity(plate.size() / 2)).isGreaterThan(150);
    assertThat(concrete.intensity(concrete.size() / 2)).isBetween(15, 60);
  }

  @Test
  void neverHitsItsOwnCarrier() {
    assertThat(standing(REAL, 1).size()).isZero();
  }

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    LidarSweep first =
        standing(REAL, 5, Course.plane(Surface.GRASS), Course.wall(30.0, Surface.BRICK));
    LidarSweep second =
        standing(REAL, 5, Course.plane(Surface.GRASS), Course.wall(30.0, Surface.BRICK));
    LidarSweep other =
        standing(REAL, 6, Course.plane(Surface.GRASS), Course.wall(30.0, Surface.BRICK));

    assertThat(first.packed()).isEqualTo(second.packed());
    assertThat(first.packed()).isNotEqualTo(other.packed());
  }

  @Test
  void coversAStartingRunWithASingleFrame() {
    SpinningLidar lidar = new SpinningLidar(IDEAL, Course.scene(Course.plane(Surface.ASPHALT)), 1);

    LidarSweep sweep = lidar.sweep(List.of(Course.frame(0, Course.ego(0))), 100_000_000L, "Ego");

    assertThat(sweep.size()).isGreaterThan(40 * 1024);
    assertThat(sweep.startNs()).isZero();
  }

  @Test
  void seesAnActorOnlyFromWhenItAppears() {
    SpinningLidar lidar = new SpinningLidar(IDEAL, Course.scene(), 1);
    long appearsNs = Course.SWEEP_END_NS - 30_000_000L;
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> t < appearsNs
            ? Course.frame(t, Course.ego(0))
            : Course.frame(
                t,
                Course.ego(0),
                Course.actor(
                    "Ring",
                    ObjectClass.UNKNOWN,
                    "crate",
                    Pose3.IDENTITY,
                    new Size3(40, 40, 8),
                    0))),
        Course.SWEEP_END_NS,
        "Ego");

    assertThat(sweep.size()).isGreaterThan(10_000);
    for (int i = 0; i < sweep.size(); i++) {
      assertThat(sweep.pointTimeNs(i)).isGreaterThanOrEqualTo(appearsNs);
    }
  }

  @Test
  void refusesAHistoryWithoutItsCarrier() {
    SpinningLidar lidar = new SpinningLidar(IDEAL, Course.scene(), 1);

    assertThatThrownBy(() -> lidar.sweep(List.of(), 100_000_000L, "Ego"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("history is empty");
    assertThatThrownBy(
            () -> lidar.sweep(List.of(Course.frame(0, Course.ego(0))), 100_000_000L, "Other"))
        .hasMessageContaining("Other");
  }
}
