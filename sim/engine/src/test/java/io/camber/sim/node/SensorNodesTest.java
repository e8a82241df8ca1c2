package io.camber.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.messages.Topics;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraImage;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.inertial.ChassisSensorConfig;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.WheelConfig;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SensorNodesTest {
  private static final long MS = 1_000_000L;

  @Test
  void everySensorKeepsItsRateAndLatency() {
    List<BusMessage<?>> log = run(1_000 * MS, 7);

    assertThat(on(log, "/sensor/imu")).hasSize(98);
    assertThat(on(log, "/sensor/wheels")).hasSize(50);
    assertThat(on(log, "/sensor/gnss")).hasSize(10);
    assertThat(on(log, "/vehicle/report")).hasSize(101);
    assertThat(on(log, "/sensor/gnss"))
        .allSatisfy(message -> assertThat(
                message.envelope().publishTimeNs() - message.envelope().measurementTimeNs())
            .isEqualTo(80 * MS));
  }

  @Test
  void aSampleIsItsOwnOrigin() {
    List<BusMessage<?>> log = run(200 * MS, 7);

    assertThat(on(log, "/sensor/wheels"))
        .allSatisfy(message -> assertThat(message.envelope().origins().list())
            .singleElement()
            .satisfies(origin -> assertThat(origin.sensorId()).isEqualTo("/sensor/wheels")));
  }

  @Test
  void sameSeedSameSamples() {
    assertThat(values(run(300 * MS, 7))).isEqualTo(values(run(300 * MS, 7)));
    assertThat(values(run(300 * MS, 7))).isNotEqualTo(values(run(300 * MS, 8)));
  }

  @Test
  void perfectPerceptionSeesWhatIsNearWithStableIds() {
    List<BusMessage<?>> log = run(1_000 * MS, 7);
    Tracks first = (Tracks) on(log, "/perception/tracks").get(0).value();
    Tracks last = (Tracks) on(log, "/perception/tracks").get(9).value();

    assertThat(first.tracks()).singleElement().satisfies(track -> {
      assertThat(track.center().x()).isEqualTo(31.4);
      assertThat(track.objectClass()).isEqualTo(ObjectClass.TRUCK);
    });
    assertThat(last.tracks().get(0).id()).isEqualTo(first.tracks().get(0).id());
    assertThat(last.tracks().get(0).ageNs()).isEqualTo(900 * MS);
    SignalStates signals = (SignalStates) on(log, "/perception/signals").get(0).value();
    assertThat(signals.findSignal("5"))
        .hasValueSatisfying(signal -> assertThat(signal.color()).isEqualTo(SignalColor.RED));
  }

  private static List<Object> values(List<BusMessage<?>> log) {
    List<Object> values = new ArrayList<>();
    log.forEach(message -> values.add(message.value()));
    return values;
  }

  private static List<BusMessage<?>> on(List<BusMessage<?>> log, String topic) {
    return log.stream()
        .filter(message -> message.envelope().topic().equals(topic))
        .toList();
  }

  private static List<BusMessage<?>> run(long untilNs, long seed) {
    List<BusMessage<?>> log = new ArrayList<>();
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(seed, 1, false, Optional.empty()))) {
      executor.addListener(log::add);
      executor.add(NodeSpec.world("truth", 0, context -> new StraightDrive()));
      add(executor, "imu", 2, new ImuNode(ImuConfig.automotive()));
      add(executor, "gnss", 80, new GnssNode(GnssConfig.corrected()));
      add(
          executor,
          "wheels",
          5,
          new WheelNode(WheelConfig.toneRing(), VehicleDescription.midSizeCar()));
      add(executor, "report", 0, new VehicleReportNode(ChassisSensorConfig.familyCar()));
      add(executor, "perception", 0, new TruthPerceptionNode());
      executor.runUntil(untilNs);
    }
    return log;
  }

  private static void add(LockstepExecutor executor, String name, long latencyMs, Node node) {
    executor.add(NodeSpec.world(name, latencyMs * MS, context -> node));
  }

  /** Publishes an ego at 10 m/s behind a truck, another truck far away, and a red light. */
  private static final class StraightDrive implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<TruthFrame> frames = context.publisher(Topics.TRUTH_FRAME);
      context.timer(10 * MS, 0, timeNs -> frames.publishSample(frame(timeNs), timeNs));
    }

    private static TruthFrame frame(long timeNs) {
      return new TruthFrame(
          timeNs,
          "Ego",
          true,
          List.of(
              actor("Ego", ObjectClass.CAR, timeNs * 1e-8, 10.0),
              actor("Near", ObjectClass.TRUCK, 30.0, 0.0),
              actor("Far", ObjectClass.TRUCK, 400.0, 0.0)),
          List.of(new SignalTruth("5", SignalColor.RED)));
    }

    private static ActorTruth actor(String name, ObjectClass kind, double x, double speed) {
      Pose3 pose = new Pose3(x, 0, 0, 0, 0, 0);
      Size3 size = new Size3(4.7, 1.86, 1.5);
      return new ActorTruth(name, kind, "any", pose, size, 1.4, 0, speed, 0, 0, 0, ActorLights.OFF);
    }
  }

  @Test
  void aCameraTellsUnderTheTruthWhatItsImagesShowAndKeepsTheirBytes() {
    Map<String, String> small = Map.of("width", "64", "height", "36");
    CameraConfig config = CameraConfig.windscreen();
    List<BusMessage<?>> plain = Rig.withTruth()
        .add("camera", 0, new CameraNode(config, Rig.scene()), small)
        .run(250 * Rig.MS);
    List<BusMessage<?>> told = Rig.withTruth()
        .add(
            "camera",
            0,
            new CameraNode(
                config,
                Rig.scene(),
                100 * Rig.MS,
                new CameraOutput(false, Optional.empty(), true, EnumSet.allOf(CameraLayer.class))),
            small)
        .run(250 * Rig.MS);

    CameraImage image =
        (CameraImage) Rig.on(told, "/sensor/camera/front/image").get(1).value();
    CameraLayers layers =
        (CameraLayers) Rig.on(told, "/truth/camera/front/layers").get(1).value();
    assertThat(layers.timeNs()).isEqualTo(image.timeNs());
    assertThat(layers.packed().remaining()).isEqualTo(64 * 36 * 15);
    assertThat(image.packed())
        .isEqualTo(
            ((CameraImage) Rig.on(plain, "/sensor/camera/front/image").get(1).value()).packed());
    assertThat(Rig.on(plain, "/truth/camera/front/layers")).isEmpty();
  }

  @Test
  void swappedCablesPutImagesUnderTheOtherNameAndLeaveTheCalibration() {
    Map<String, String> small = Map.of("width", "64", "height", "36");
    CameraConfig config = CameraConfig.windscreen();
    List<BusMessage<?>> sound = Rig.withTruth()
        .add("camera", 0, new CameraNode(config, Rig.scene()), small)
        .run(250 * Rig.MS);
    List<BusMessage<?>> swapped = Rig.withTruth()
        .add(
            "camera",
            0,
            new CameraNode(
                config, Rig.scene(), 100 * Rig.MS, CameraOutput.IMAGES.onCableOf("camera_rear")),
            small)
        .run(250 * Rig.MS);

    CameraImage own =
        (CameraImage) Rig.on(sound, "/sensor/camera/front/image").get(1).value();
    CameraImage other =
        (CameraImage) Rig.on(swapped, "/sensor/camera/rear/image").get(1).value();
    assertThat(Rig.on(swapped, "/sensor/camera/front/image")).isEmpty();
    assertThat(Rig.on(swapped, "/sensor/camera/front/calibration")).hasSize(1);
    assertThat(other.sensorId()).isEqualTo("camera_rear");
    assertThat(other.packed()).isEqualTo(own.packed());
  }

  @Test
  void aCameraThatCompressesPublishesWhatIsLeftOfItsPixels() {
    Map<String, String> small = Map.of("width", "64", "height", "36");
    CameraConfig config = CameraConfig.windscreen();
    CameraOutput jpeg = new CameraOutput(true, Optional.empty(), false, Set.of());
    List<BusMessage<?>> raw = Rig.withTruth()
        .add("camera", 0, new CameraNode(config, Rig.scene()), small)
        .run(250 * Rig.MS);
    List<BusMessage<?>> compressed = Rig.withTruth()
        .add("camera", 0, new CameraNode(config, Rig.scene(), 100 * Rig.MS, jpeg), small)
        .run(250 * Rig.MS);

    CameraImage sharp =
        (CameraImage) Rig.on(raw, "/sensor/camera/front/image").get(1).value();
    CameraImage lossy =
        (CameraImage) Rig.on(compressed, "/sensor/camera/front/image").get(1).value();
    assertThat(sharp.jpeg()).isEmpty();
    assertThat(lossy.jpeg().orElseThrow().remaining()).isBetween(400, 64 * 36);
    assertThat(lossy.timeNs()).isEqualTo(sharp.timeNs());
    assertThat(lossy.packed()).isNotEqualTo(sharp.packed());
    assertThat(meanDifference(sharp, lossy)).isLessThan(6.0);
  }

  private static double meanDifference(CameraImage a, CameraImage b) {
    double sum = 0.0;
    int count = a.packed().remaining();
    for (int i = 0; i < count; i++) {
      sum += Math.abs((a.packed().get(i) & 0xff) - (b.packed().get(i) & 0xff));
    }
    return sum / count;
  }
}
