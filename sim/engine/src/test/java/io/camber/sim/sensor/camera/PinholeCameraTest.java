package io.camber.sim.sensor.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sensing.CameraCalibration;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.scene.town.SignalHead;
import io.camber.sim.scene.town.SignalHeads;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinholeCameraTest {
  /** The default without its tilt, so that rows map to slopes of the ground. */
  private static final CameraConfig REAL = level(CameraConfig.windscreen());

  private static final CameraConfig IDEAL = REAL.withoutNoise();

  private static ActorTruth actor(String name, Pose3 pose, Size3 size) {
    return new ActorTruth(
        name, ObjectClass.UNKNOWN, "crate", pose, size, 0, 0, 0, 0, 0, 0, ActorLights.OFF);
  }

  private static TruthFrame frame(List<SignalTruth> signals, ActorTruth... others) {
    List<ActorTruth> actors = new ArrayList<>();
    actors.add(actor("Ego", Pose3.IDENTITY, new Size3(4.7, 1.8, 1.5)));
    actors.addAll(List.of(others));
    return new TruthFrame(100_000_000L, "Ego", true, actors, signals);
  }

  private static SceneModel scene(List<Instance> fixed, List<SignalHead> heads) {
    return new SceneModel(new FixedSurroundings(fixed, heads), List.of());
  }

  private static Instance ground() {
    MeshBuilder mesh = new MeshBuilder();
    mesh.quad(
        mesh.vertex(-300, -300, 0),
        mesh.vertex(300, -300, 0),
        mesh.vertex(300, 300, 0),
        mesh.vertex(-300, 300, 0),
        Surface.ASPHALT);
    return Instance.fixed(mesh.build(), Pose3.IDENTITY);
  }

  /** Pixel of a point by the calibration alone. */
  private static double[] project(CameraCalibration calibration, Vec3 point) {
    Vec3 body = calibration.baseFromCamera().applyInverse(point);
    double x = -body.y() / body.x();
    double y = -body.z() / body.x();
    double r2 = x * x + y * y;
    double bend = 1.0 + r2 * (calibration.k1() + r2 * calibration.k2());
    return new double[] {
      calibration.centerXPx() + calibration.focalXPx() * bend * x,
      calibration.centerYPx() + calibration.focalYPx() * bend * y
    };
  }

  @ParameterizedTest
  @CsvSource({"20,0,1.3", "15,6,0.4", "12,-6.5,3.5", "30,-14,8", "9,4.5,-0.5", "50,3,1.5"})
  void putsAPointWhereItsCalibrationSays(double x, double y, double z) {
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(), List.of()), 1);
    double size = 0.02 * x;
    CameraFrame frame = camera.image(
        frame(
            List.of(),
            actor("Dot", new Pose3(x, y, z - size / 2, 0, 0, 0), new Size3(0.05, size, size))),
        "Ego");
    double[] expected = project(camera.calibration(), new Vec3(x, y, z));

    double column = 0.0;
    double row = 0.0;
    int count = 0;
    for (int v = 0; v < 360; v++) {
      for (int u = 0; u < 640; u++) {
        if (frame.label(u, v) == SceneLabel.OBSTACLE) {
          column += u + 0.5;
          row += v + 0.5;
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(40);
    // Half a pixel of the sampling, and the near face of a dot 5 cm thick.
    assertThat(column / count).isCloseTo(expected[0], within(0.8));
    assertThat(row / count).isCloseTo(expected[1], within(0.8));
  }

  /** A crate before another: what is told must agree with what the pixels show, and with the pinhole's formula. */
  @Test
  void tellsBoxesAndPlanesOfWhatItShows() {
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(ground()), List.of()), 1);
    ActorTruth near = actor("Near", new Pose3(12, 1, 0, 0, 0, 0), new Size3(1, 1, 1));
    ActorTruth hidden = actor("Hidden", new Pose3(20, 1.5, 0, 0, 0, 0), new Size3(0.2, 0.2, 0.2));
    ActorTruth behind = actor("Behind", new Pose3(-20, 0, 0, 0, 0, 0), new Size3(1, 1, 1));
    TruthFrame frame = frame(List.of(), near, hidden, behind);
    CameraFrame seen = camera.image(frame, "Ego");

    CameraLayers layers = camera.layers(frame, frame, "Ego", EnumSet.allOf(CameraLayer.class));

    int[] counts = new int[4];
    for (int row = 0; row < 360; row++) {
      for (int column = 0; column < 640; column++) {
        int box = layers.instance(column, row);
        counts[box]++;
        assertThat(layers.depthM(column, row)).isEqualTo(seen.depthM(column, row));
        assertThat(SceneLabel.of((byte) layers.classNumber(column, row)))
            .isEqualTo(seen.label(column, row))
            .satisfies(label -> assertThat(label == SceneLabel.OBSTACLE).isEqualTo(box > 0));
        assertThat(layers.flowRightPx(column, row)).isCloseTo(0.0f, within(1e-2f));
      }
    }
    assertThat(layers.boxes())
        .extracting(CameraBox::name)
        .containsExactly("Near", "Hidden", "Behind");
    assertThat(layers.boxes())
        .extracting(CameraBox::visiblePixels)
        .containsExactly(counts[1], counts[2], counts[3]);
    assertThat(counts[3]).isZero();
    CameraBox box = layers.boxes().get(0);
    double[] left = project(camera.calibration(), new Vec3(11.5, 1.5, 0.5));
    double[] right = project(camera.calibration(), new Vec3(12.5, 0.5, 0.5));
    // Whole pixels.
    assertThat((double) box.left()).isCloseTo(left[0], within(1.0));
    assertThat((double) box.right()).isCloseTo(right[0], within(1.0));
    assertThat(counts[1]).isBetween(1, (box.right() - box.left()) * (box.bottom() - box.top()));
    Vec3 middle = box.cameraFromBox().position();
    assertThat(IDEAL.baseFromCamera().apply(middle).x()).isCloseTo(12.0, within(1e-9));
    assertThat(IDEAL.baseFromCamera().apply(middle).z()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void knowsTheDepthOfGroundAndSky() {
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(ground()), List.of()), 1);
    CameraFrame frame = camera.image(frame(List.of()), "Ego");

    // Straight below the optical axis the undistorted slope gives the depth: height / slope.
    Lens lens = new Lens(IDEAL);
    for (int row = 200; row < 360; row += 20) {
      float slope = lens.rayY(row * 640 + 320);
      assertThat((double) frame.depthM(320, row))
          .isCloseTo(IDEAL.mountZ() / slope, within(0.02 / slope));
      assertThat(frame.label(320, row)).isEqualTo(SceneLabel.ROAD);
    }
    assertThat(frame.depthM(320, 20)).isInfinite();
    assertThat(frame.label(320, 20)).isEqualTo(SceneLabel.SKY);
    assertThat(frame.image().rgb(320, 20) & 0xff).isGreaterThan(frame.image().rgb(320, 20) >> 16);
  }

  @ParameterizedTest
  @CsvSource({"RED,40", "YELLOW,40", "GREEN,40", "RED,80", "YELLOW,80", "GREEN,80", "OFF,40"})
  void showsTheLampThatShines(SignalColor color, double distance) {
    SignalHead head = SignalHeads.upright("7", new Pose3(distance, -3, 2.5, Math.PI, 0, 0), 1.0);
    PinholeCamera camera = new PinholeCamera(REAL, scene(List.of(ground()), List.of(head)), 1);
    CameraFrame frame = camera.image(frame(List.of(new SignalTruth("7", color))), "Ego");

    int red = 0;
    int yellow = 0;
    int green = 0;
    double[] middle = project(camera.calibration(), new Vec3(distance, -3, 3.0));
    int reach = (int) (40.0 * 15.0 / distance);
    for (int v = (int) middle[1] - reach; v < middle[1] + reach; v++) {
      for (int u = (int) middle[0] - reach; u < middle[0] + reach; u++) {
        int rgb = frame.image().rgb(u, v);
        int r = rgb >> 16;
        int g = rgb >> 8 & 255;
        int b = rgb & 255;
        red += r > 170 && g < 110 && b < 110 ? 1 : 0;
        yellow += r > 170 && g > 110 && b < 110 ? 1 : 0;
        green += g > 170 && r < 140 && g > b + 25 ? 1 : 0;
      }
    }
    int enough = distance > 60 ? 1 : 6;
    assertThat(red).isGreaterThanOrEqualTo(color == SignalColor.RED ? enough : 0);
    assertThat(yellow).isGreaterThanOrEqualTo(color == SignalColor.YELLOW ? enough : 0);
    assertThat(green).isGreaterThanOrEqualTo(color == SignalColor.GREEN ? enough : 0);
    assertThat(
            color == SignalColor.RED
                ? yellow + green
                : color == SignalColor.GREEN ? red + yellow : 0)
        .isZero();
    assertThat(color == SignalColor.OFF ? red + yellow + green : 0).isZero();
  }

  @Test
  void doesNotSeeALampThroughAWall() {
    SignalHead head = SignalHeads.upright("7", new Pose3(40, -3, 2.5, Math.PI, 0, 0), 1.0);
    Instance wall = Instance.fixed(
        new MeshBuilder().box(0, 0, 3, 1, 30, 8, Surface.CONCRETE).build(),
        new Pose3(30, 0, 0, 0, 0, 0));
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(wall), List.of(head)), 1);
    CameraFrame red = camera.image(frame(List.of(new SignalTruth("7", SignalColor.RED))), "Ego");
    CameraFrame green =
        camera.image(frame(List.of(new SignalTruth("7", SignalColor.GREEN))), "Ego");

    assertThat(red.image().packed()).isEqualTo(green.image().packed());
  }

  @Test
  void darkensTheGroundInTheShadeOfAnActor() {
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(ground()), List.of()), 1);
    TruthFrame empty = frame(List.of());
    TruthFrame shaded =
        frame(List.of(), actor("Slab", new Pose3(15, -3, 2.5, 0, 0, 0), new Size3(8, 8, 0.2)));
    CameraFrame bright = camera.image(empty, "Ego");
    CameraFrame dark = camera.image(shaded, "Ego");

    int darker = 0;
    for (int v = 190; v < 360; v++) {
      for (int u = 0; u < 640; u++) {
        boolean road = dark.label(u, v) == SceneLabel.ROAD;
        darker +=
            road && (dark.image().rgb(u, v) & 255) < 0.75 * (bright.image().rgb(u, v) & 255)
                ? 1
                : 0;
      }
    }
    assertThat(darker).isGreaterThan(500);
  }

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    SceneModel scene = scene(List.of(ground()), List.of());
    TruthFrame frame =
        frame(List.of(), actor("Box", new Pose3(12, 1, 0, 0.3, 0, 0), new Size3(2, 2, 2)));
    PinholeCamera camera = new PinholeCamera(REAL, scene, 4);
    CameraFrame first = camera.image(frame, "Ego");
    CameraFrame again = camera.image(frame, "Ego");
    CameraFrame fresh = new PinholeCamera(REAL, scene, 4).image(frame, "Ego");
    CameraFrame other = new PinholeCamera(REAL, scene, 5).image(frame, "Ego");

    assertThat(first.image().packed())
        .isEqualTo(again.image().packed())
        .isEqualTo(fresh.image().packed());
    assertThat(first.image().packed()).isNotEqualTo(other.image().packed());
  }

  /** Classes and instances are looked up when asked for: those of the last exposure, whatever came before. */
  @Test
  void tellsTheLayersOfItsLastExposure() {
    SceneModel scene = scene(List.of(ground()), List.of());
    TruthFrame near =
        frame(List.of(), actor("Box", new Pose3(8, 1, 0, 0.3, 0, 0), new Size3(2, 2, 2)));
    TruthFrame far =
        frame(List.of(), actor("Box", new Pose3(20, -2, 0, 0.3, 0, 0), new Size3(2, 2, 2)));
    PinholeCamera camera = new PinholeCamera(IDEAL, scene, 4);
    PinholeCamera fresh = new PinholeCamera(IDEAL, scene, 4);
    camera.image(near, "Ego");
    camera.expose(far, "Ego");
    fresh.expose(far, "Ego");

    CameraLayers layers = camera.layers(far, far, "Ego", EnumSet.allOf(CameraLayer.class));

    CameraLayers expected = fresh.layers(far, far, "Ego", EnumSet.allOf(CameraLayer.class));
    CameraFrame seen = fresh.image(far, "Ego");
    for (int row = 0; row < 360; row++) {
      for (int column = 0; column < 640; column++) {
        assertThat(SceneLabel.of((byte) layers.classNumber(column, row)))
            .isEqualTo(seen.label(column, row));
        assertThat(layers.instance(column, row)).isEqualTo(expected.instance(column, row));
        assertThat(layers.depthM(column, row)).isEqualTo(expected.depthM(column, row));
      }
    }
  }

  @Test
  void neverSeesItsCarrier() {
    PinholeCamera camera = new PinholeCamera(IDEAL, scene(List.of(), List.of()), 1);
    CameraFrame frame = camera.image(frame(List.of()), "Ego");

    for (int u = 0; u < 640; u += 7) {
      for (int v = 0; v < 360; v += 7) {
        assertThat(frame.label(u, v)).isEqualTo(SceneLabel.SKY);
      }
    }
  }

  private static CameraConfig level(CameraConfig tilted) {
    return new CameraConfig(
        tilted.sensorId(),
        tilted.mountX(),
        tilted.mountY(),
        tilted.mountZ(),
        tilted.mountYaw(),
        0.0,
        tilted.mountRoll(),
        tilted.width(),
        tilted.height(),
        tilted.fieldOfView(),
        tilted.k1(),
        tilted.k2(),
        tilted.noiseStd(),
        tilted.exposureStd());
  }
}
