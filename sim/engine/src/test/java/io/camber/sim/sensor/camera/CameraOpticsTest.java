package io.camber.sim.sensor.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lenses and shutters that are no ideal pinhole: a road, a dark post ahead, the car at the origin. */
final class CameraOpticsTest {
  private static final double POST_M = 12.0;

  private static CameraConfig camera(double fieldOfView, double k1, Optics optics) {
    return new CameraConfig(
        "camera_x", 0, 0, 1.3, 0, 0, 0, 640, 360, fieldOfView, k1, 0, 0, 0, optics);
  }

  private static TruthFrame frame(double x, double speedMps, double yawRate) {
    ActorTruth ego = new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        new Pose3(x, 0, 0, 0, 0, 0),
        new Size3(4.7, 1.8, 1.5),
        1.4,
        0,
        speedMps,
        0,
        yawRate,
        0,
        ActorLights.OFF);
    return new TruthFrame(100_000_000L, "Ego", true, List.of(ego), List.of());
  }

  private static SceneModel scene(double postX, double postY) {
    MeshBuilder road = new MeshBuilder();
    road.quad(
        road.vertex(-200, -200, 0),
        road.vertex(400, -200, 0),
        road.vertex(400, 200, 0),
        road.vertex(-200, 200, 0),
        Surface.ASPHALT);
    MeshBuilder post = new MeshBuilder();
    post.box(postX, postY, 2, 0.2, 0.2, 4, Surface.STEEL);
    return new SceneModel(
        new FixedSurroundings(
            List.of(
                Instance.fixed(road.build(), Pose3.IDENTITY),
                Instance.fixed(post.build(), Pose3.IDENTITY)),
            List.of()),
        List.of());
  }

  private static double postColumn(CameraFrame frame, int row) {
    double sum = 0.0;
    int count = 0;
    for (int column = 0; column < frame.image().width(); column++) {
      if (frame.label(column, row) == SceneLabel.POLE) {
        sum += column + 0.5;
        count++;
      }
    }
    return sum / count;
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 35, 60, 80})
  void aFisheyeGrowsWithTheAngle(double degrees) {
    double angle = Math.toRadians(degrees);
    CameraConfig config = camera(Math.toRadians(180), 0.0, new Optics(true, 0, 0, 0, false));
    SceneModel scene = scene(POST_M * StrictMath.cos(angle), -POST_M * StrictMath.sin(angle));
    CameraFrame frame = new PinholeCamera(config, scene, 1).image(frame(0, 0, 0), "Ego");

    double expected = 320 + angle * 640 / Math.PI;
    assertThat(postColumn(frame, 179)).isCloseTo(expected, within(1.0));
    assertThat((double) frame.depthM((int) expected, 179)).isCloseTo(POST_M, within(0.2));
  }

  @Test
  void aRollingShutterSlantsAPostWhenTheCarTurns() {
    double yawRate = 1.0;
    double readoutS = 0.03;
    SceneModel scene = scene(POST_M, 0);
    CameraFrame still = new PinholeCamera(
            camera(1.2, 0, new Optics(false, readoutS, 0, 0, false)), scene, 1)
        .image(frame(0, 0, 0), "Ego");
    CameraFrame turning = new PinholeCamera(
            camera(1.2, 0, new Optics(false, readoutS, 0, 0, false)), scene, 1)
        .image(frame(0, 0, yawRate), "Ego");

    assertThat(postColumn(still, 120)).isCloseTo(postColumn(still, 210), within(0.6));
    // The car turns left while rows are read: what stands still moves right, later rows more.
    double focal = 320 / StrictMath.tan(0.6);
    double expected = focal * yawRate * readoutS * (210 - 120) / 360.0;
    assertThat(postColumn(turning, 210) - postColumn(turning, 120))
        .isCloseTo(expected, within(focal * yawRate * readoutS / 12.0 + 0.6));
  }

  private static int rgb(CameraImage image, int column, int row, int channel) {
    return image.rgb(column, row) >> (16 - 8 * channel) & 0xff;
  }

  /** Columns of a row over which the brightness is neither the sky's nor the post's. */
  private static int edge(CameraImage image, int row) {
    int count = 0;
    for (int column = 200; column < 440; column++) {
      int step = Math.abs(rgb(image, column + 1, row, 1) - rgb(image, column, row, 1));
      count += step > 3 ? 1 : 0;
    }
    return count;
  }

  @Test
  void aLongExposureBlursWhatMovesOverTheImage() {
    SceneModel scene = scene(POST_M, 0);
    CameraConfig sharp = camera(1.2, 0, Optics.IDEAL);
    CameraConfig slow = camera(1.2, 0, new Optics(false, 0, 0.03, 0, false));
    CameraImage frozen = new PinholeCamera(sharp, scene, 1).expose(frame(0, 0, 1.0), "Ego");
    CameraImage blurred = new PinholeCamera(slow, scene, 1).expose(frame(0, 0, 1.0), "Ego");
    CameraImage standing = new PinholeCamera(slow, scene, 1).expose(frame(0, 0, 0), "Ego");

    assertThat(edge(blurred, 140)).isGreaterThan(edge(frozen, 140) + 4);
    assertThat(edge(standing, 140)).isEqualTo(edge(frozen, 140));
  }

  @Test
  void aRawImageKeepsOneColourOfEachPixel() {
    CameraImage raw = new PinholeCamera(
            camera(1.2, 0, new Optics(false, 0, 0, 0, true)), scene(POST_M, 0), 1)
        .expose(frame(0, 0, 0), "Ego");

    for (int row = 0; row < 360; row += 7) {
      for (int column = 0; column < 640; column += 11) {
        int kept = row % 2 + column % 2;
        for (int channel = 0; channel < 3; channel++) {
          assertThat(rgb(raw, column, row, channel) > 0).isEqualTo(channel == kept);
        }
      }
    }
  }

  @Test
  void dirtTakesContrastWhereItLies() {
    SceneModel scene = scene(POST_M, 0);
    CameraImage clean =
        new PinholeCamera(camera(1.2, 0, Optics.IDEAL), scene, 1).expose(frame(0, 0, 0), "Ego");
    CameraImage dirty = new PinholeCamera(
            camera(1.2, 0, new Optics(false, 0, 0, 0.2, false)), scene, 1)
        .expose(frame(0, 0, 0), "Ego");
    int changed = 0;
    for (int row = 0; row < 360; row++) {
      for (int column = 0; column < 640; column++) {
        changed += clean.rgb(column, row) != dirty.rgb(column, row) ? 1 : 0;
      }
    }

    assertThat(changed / (640.0 * 360.0)).isBetween(0.12, 0.5);
  }

  @Test
  void theFlowOfAForwardDriveIsThatOfItsGeometry() {
    CameraConfig config = camera(1.2, 0, Optics.IDEAL);
    PinholeCamera camera = new PinholeCamera(config, scene(POST_M, 0), 1);
    OpticalFlow flow = camera.flow(frame(0, 10, 0), frame(1.0, 10, 0), "Ego");

    // A ground point v below the horizon at depth f h / v was 1 m farther: v' = f h / (z + 1).
    double focal = config.focalPx();
    for (int row = 240; row < 360; row += 24) {
      double v = row + 0.5 - 180;
      double before = focal * 1.3 / (focal * 1.3 / v + 1.0);
      assertThat((double) flow.downPx(100, row)).isCloseTo(v - before, within(0.005 * v));
    }
    assertThat((double) flow.downPx(320, 40)).isCloseTo(0.0, within(1e-3));
    assertThatThrownBy(() -> new PinholeCamera(
                camera(1.2, 0, new Optics(false, 0.01, 0, 0, false)), scene(POST_M, 0), 1)
            .flow(frame(0, 0, 0), frame(1, 0, 0), "Ego"))
        .hasMessageContaining("readoutS");
  }

  @Test
  void whereTheCarCameFromDoesNotShow() {
    SceneModel scene = scene(120, 6);
    PinholeCamera driven = new PinholeCamera(camera(1.2, -0.06, Optics.IDEAL), scene, 1);
    for (double x = 0; x < 90; x += 7) {
      driven.expose(frame(x, 0, 0), "Ego");
    }
    CameraImage after = driven.expose(frame(90, 0, 0), "Ego");
    CameraImage fresh = new PinholeCamera(camera(1.2, -0.06, Optics.IDEAL), scene, 1)
        .expose(frame(90, 0, 0), "Ego");

    assertThat(after.packed()).isEqualTo(fresh.packed());
  }

  @Test
  void refusesAnOrdinaryLensThatIsTooWide() {
    assertThatThrownBy(() -> camera(3.0, 0, Optics.IDEAL)).hasMessageContaining("fieldOfView");
    assertThatThrownBy(() -> new Optics(false, 0.2, 0, 0, false)).hasMessageContaining("readoutS");
  }
}
