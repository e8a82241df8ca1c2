package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import io.camber.bus.HealthReport;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleState;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.parameter.Parameter;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterTable;
import io.camber.bus.parameter.ParameterValue;
import io.camber.diagnostics.Ticket;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Route;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.FixInnovation;
import io.camber.pose.PoseStatus;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.FreeSpace;
import io.camber.scene.Futures;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.RoadUserKind;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundTripTest {
  private static final Pose3 POSE3 = new Pose3(1, 2, 3, 0.4, 0.05, -0.06);
  private static final Pose2 POSE2 = new Pose2(7, -8, 0.9);
  private static final Size3 SIZE = new Size3(4.5, 1.8, 1.5);
  private static final Trajectory TRAJECTORY = new Trajectory(List.of(
      new TrajectoryPoint(10, 1, 2, 0.3, 0.01, 14, -1),
      new TrajectoryPoint(20, 2, 3, 0.4, 0.02, 13, -2)));

  static Stream<Arguments> values() {
    return Stream.of(
        pair(
            Topics.LIDAR_CALIBRATION,
            new LidarCalibration("lidar_top", POSE3, 64, 1024, 120, 100_000_000L)),
        pair(
            Topics.CAMERA_CALIBRATION,
            new CameraCalibration(
                "camera_front", POSE3, 640, 360, 450, 451, 320, 180, -0.06, 0.008)),
        pair(
            Topics.RADAR_RETURNS,
            new RadarReturns(5, "radar", List.of(new RadarReturn(50, 0.1, -3, 12)))),
        pair(Topics.RADAR_CALIBRATION, new RadarCalibration("radar_front", POSE3, 2.0, 200.0)),
        pair(Topics.ULTRASONIC_ECHO, new UltrasonicEcho(5, "u", OptionalDouble.of(1.2))),
        pair(Topics.ULTRASONIC_ECHO, new UltrasonicEcho(5, "u", OptionalDouble.empty())),
        pair(
            Topics.SIGNAL_PHASES,
            new SignalPhases(
                5,
                "v",
                List.of(
                    new SignalPhase("7", SignalColor.RED, OptionalDouble.of(0.0)),
                    new SignalPhase("8", SignalColor.GREEN, OptionalDouble.empty())))),
        pair(Topics.IMU, new ImuSample(-5, new Vec3(0.1, 0.2, 9.8), new Vec3(0.01, 0.02, 0.03))),
        pair(
            Topics.GNSS, new GnssFix(9, new Vec3(1, 2, 3), new Vec2(4, 5), 0.6, 0.02, 0.03, 0.004)),
        pair(Topics.WHEELS, new WheelSpeeds(9, 1, 2, 3, 4)),
        pair(Topics.VEHICLE_REPORT, new VehicleReport(9, 12.5, -0.1, 0.5, true)),
        pair(Topics.VEHICLE_DESCRIPTION, VehicleDescription.midSizeCar()),
        pair(Topics.MISSION, new Mission(0, List.of(POSE2, Pose2.IDENTITY), 16.6)),
        pair(
            Topics.EGO_POSE,
            new EgoPose(
                9,
                POSE3,
                new Twist2(1, 2, 3),
                0.1,
                0.2,
                0.3,
                0.4,
                0.5,
                1.01,
                PoseStatus.DEAD_RECKONING,
                Optional.of(new FixInnovation(8, -0.5, 1.5)))),
        pair(
            Topics.DETECTIONS,
            new Detections(
                9,
                "lidar_top",
                List.of(new Detection(
                    ObjectClass.BICYCLE, POSE2, -0.2, SIZE, 0.9, 0.8, 77, 51_000_000L)))),
        pair(
            Topics.FREE_SPACE,
            new FreeSpace(
                9, "lidar_top", new Vec2(1.3, 0.0), new float[] {0.0f, 3.5f, 4.0f}, new float[] {
                  0.0f, 3.5f, 42.25f
                })),
        pair(
            Topics.TRACKS,
            new Tracks(
                9,
                List.of(new Track(
                    3,
                    ObjectClass.PEDESTRIAN,
                    0.7,
                    POSE2,
                    0.1,
                    SIZE,
                    new Vec2(1, -1),
                    0.2,
                    0.3,
                    0.99,
                    0.1,
                    0.2,
                    400,
                    100)))),
        pair(
            Topics.SIGNALS,
            new SignalStates(9, List.of(new SignalState("361", SignalColor.RED_YELLOW, 0.93)))),
        pair(
            Topics.CAMERA_DETECTIONS,
            new ImageDetections(
                9,
                "camera_front",
                List.of(new ImageDetection(
                    RoadUserKind.PERSON, new ImageBox(1.5, 2.5, 11.25, 40.0), 0.75)))),
        pair(
            Topics.FUTURES,
            new Futures(
                9,
                List.of(new TrackFuture(
                    3,
                    List.of(new PredictedPath(
                        "keep-lane",
                        0.75,
                        List.of(new PredictedPoint(0.5, 1, 2, 0.3, 4, 0.6)))))))),
        pair(Topics.ROUTE, new Route(9, List.of("1:0:-1", "2:0:-1"), true)),
        pair(
            Topics.PLAN,
            new Plan(
                9,
                TRAJECTORY,
                Trajectory.EMPTY,
                List.of("follow:7"),
                List.of(new ProposalScore(
                    "keep", 0.8, "ok", List.of(new Vec2(1.0, 2.0), new Vec2(3.0, -4.0)))))),
        pair(Topics.CONTROL_COMMAND, new ControlCommand(9, 0.1, -3, DriveMode.SAFE_STOP)),
        pair(Topics.ACTUATION, new ControlCommand(9, Double.NaN, -3, DriveMode.MINIMAL_RISK)),
        pair(
            Topics.DIAGNOSTICS,
            new HealthReport(9, "planning", HealthReport.Level.WARN, "late", "by 40 ms")),
        pair(Topics.TICKETS, new Ticket(9, "U1/car", "U1", "perception", 0.6, "a car of 12 m")),
        pair(
            Topics.TRUTH_FRAME,
            new TruthFrame(
                9,
                "Ego",
                true,
                List.of(new ActorTruth(
                    "Ego",
                    ObjectClass.CAR,
                    "car",
                    POSE3,
                    SIZE,
                    1.4,
                    0.0,
                    13,
                    -1,
                    0.1,
                    0.02,
                    new ActorLights(true, false, true, false))),
                List.of(new SignalTruth("361", SignalColor.GREEN, 12)),
                new Weather(0.05, 0.1, 20.0, 1.0, 0.5, -0.3, 1.0, 0.8, 0.7))),
        pair(Topics.LIFECYCLE, new LifecycleStatus(12, "planning", LifecycleState.INACTIVE)),
        pair(Topics.LIFECYCLE_REQUESTS, new LifecycleRequest("planning", true)),
        pair(Topics.PARAMETERS, parameters()),
        pair(
            Topics.PARAMETER_REQUESTS,
            new ParameterRequest(
                "planning",
                List.of(
                    new ParameterRequest.Assignment("gap_s", ParameterValue.of(2.5)),
                    new ParameterRequest.Assignment("on", ParameterValue.of(false))))),
        pair(Topics.PARAMETER_ANSWERS, new ParameterAnswer(true, "", List.of("gap_s"))),
        pair(Topics.TRUTH_EVENT, new ScenarioEvent(9, "started", "Act/Event", "cut in")),
        pair(
            Topics.TRUTH_FAULTS,
            new FaultTruths(
                9, List.of(new FaultTruth("gnss", "jump", "F08", 3.0, 5, Long.MAX_VALUE, -7)))));
  }

  /** One parameter of each type. */
  private static ParameterState parameters() {
    ParameterTable table = new ParameterTable("planning", Map.of("label", "a = b"));
    table.declare(Parameter.ofDouble("gap_s", 1.7, "gap").within(1.2, 4.0).in("s"));
    table.declare(Parameter.ofLong("depth", 3, "depth").readOnly());
    table.declare(Parameter.ofBool("on", true, "switch"));
    table.declare(Parameter.ofString("label", "", "for people"));
    table.declare(Parameter.ofChoice("level", HealthReport.Level.WARN, "from which on"));
    return table.state(11, List.of("gap_s", "on"));
  }

  private static <T> Arguments pair(Topic<T> topic, T value) {
    return Arguments.of(topic, value);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void survivesEncodingAndDecoding(Topic<T> topic, T value) {
    PayloadBuffer buffer = new PayloadBuffer(16);

    topic.codec().encode(value, buffer);

    assertThat(topic.codec().decode(buffer.view())).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void refusesBytesThatAreNoMessage(Topic<T> topic, T value) {
    byte[] nonsense = {0x0f, (byte) 0xff, 0x17};

    assertThatThrownBy(() -> topic.codec().decode(ByteBuffer.wrap(nonsense)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(topic.codec().schema().name());
  }

  @Test
  void describesEveryTopicWithAllItsImports() throws Exception {
    for (Topic<?> topic : Topics.all()) {
      FileDescriptorSet set = FileDescriptorSet.parseFrom(topic.codec().schema().description());
      List<String> names =
          set.getFileList().stream().map(file -> file.getName()).toList();
      for (var file : set.getFileList()) {
        assertThat(names.subList(0, names.indexOf(file.getName())))
            .as("imports of %s stand before it", file.getName())
            .containsAll(file.getDependencyList());
      }
    }
  }

  @Test
  void carriesTheEnvelopeWithItsOrigins() {
    var envelope = new io.camber.bus.Envelope(
        "/a",
        "node",
        7,
        100,
        90,
        Origins.of(
            List.of(new Origin("/s2", 3, 80), new Origin("/s1", 4, 85), new Origin("/s2", 1, 60))));

    assertThat(EnvelopeCodec.decode(ByteBuffer.wrap(EnvelopeCodec.encode(envelope))))
        .isEqualTo(envelope);
  }
}
