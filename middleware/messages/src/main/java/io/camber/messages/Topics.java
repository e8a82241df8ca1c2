package io.camber.messages;

import io.camber.bus.HealthReport;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterState;
import io.camber.diagnostics.Ticket;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.Route;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.FreeSpace;
import io.camber.scene.Futures;
import io.camber.scene.GroundPoints;
import io.camber.scene.ImageDetections;
import io.camber.scene.MapFile;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.CameraLayers;
import io.camber.truth.FaultTruths;
import io.camber.truth.LidarLabels;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every topic of the system. */
public final class Topics {
  /** Topics under this prefix are closed to the stack. */
  public static final String TRUTH_PREFIX = "/truth/";

  public static final Topic<LidarSweep> LIDAR_SWEEP = new Topic<>(
      "/sensor/lidar/top/sweep", LidarSweep.class, SensingCodec.LIDAR_SWEEP, Qos.SENSOR);
  public static final Topic<LidarCalibration> LIDAR_CALIBRATION = new Topic<>(
      "/sensor/lidar/top/calibration",
      LidarCalibration.class,
      SensingCodec.LIDAR_CALIBRATION,
      Qos.LATCHED);
  public static final Topic<CameraImage> CAMERA_IMAGE = new Topic<>(
      "/sensor/camera/front/image", CameraImage.class, SensingCodec.CAMERA_IMAGE, Qos.SENSOR);
  public static final Topic<CameraCalibration> CAMERA_CALIBRATION = new Topic<>(
      "/sensor/camera/front/calibration",
      CameraCalibration.class,
      SensingCodec.CAMERA_CALIBRATION,
      Qos.LATCHED);
  public static final Topic<RadarReturns> RADAR_RETURNS = new Topic<>(
      "/sensor/radar/front/returns", RadarReturns.class, SensingCodec.RADAR_RETURNS, Qos.SENSOR);
  public static final Topic<RadarCalibration> RADAR_CALIBRATION =
      SensorTopics.radarCalibration("radar_front");
  public static final Topic<UltrasonicEcho> ULTRASONIC_ECHO =
      SensorTopics.ultrasonicEcho("ultrasonic_front");
  public static final Topic<SignalPhases> SIGNAL_PHASES = SensorTopics.signalPhases("v2x_roof");
  public static final Topic<ImuSample> IMU =
      new Topic<>("/sensor/imu", ImuSample.class, SensingCodec.IMU, Qos.SAMPLES);
  public static final Topic<GnssFix> GNSS =
      new Topic<>("/sensor/gnss", GnssFix.class, SensingCodec.GNSS, Qos.SAMPLES);
  public static final Topic<WheelSpeeds> WHEELS =
      new Topic<>("/sensor/wheels", WheelSpeeds.class, SensingCodec.WHEELS, Qos.SAMPLES);

  public static final Topic<VehicleReport> VEHICLE_REPORT =
      new Topic<>("/vehicle/report", VehicleReport.class, VehicleCodec.REPORT, Qos.SAMPLES);
  public static final Topic<VehicleDescription> VEHICLE_DESCRIPTION = new Topic<>(
      "/vehicle/description", VehicleDescription.class, VehicleCodec.DESCRIPTION, Qos.LATCHED);
  public static final Topic<MapFile> MAP =
      new Topic<>("/map", MapFile.class, SceneCodec.MAP, Qos.LATCHED);
  public static final Topic<Mission> MISSION =
      new Topic<>("/mission", Mission.class, MotionCodec.MISSION, Qos.LATCHED);

  public static final Topic<EgoPose> EGO_POSE =
      new Topic<>("/localization/pose", EgoPose.class, PoseCodec.EGO_POSE, Qos.SAMPLES);
  public static final Topic<Detections> DETECTIONS = new Topic<>(
      "/perception/detections/lidar", Detections.class, SceneCodec.DETECTIONS, Qos.RESULT);
  /** Which points of the roof's lidar are ground. */
  public static final Topic<GroundPoints> GROUND_POINTS = SensorTopics.groundPoints("lidar_top");

  /** The free ground around that lidar. */
  public static final Topic<FreeSpace> FREE_SPACE = SensorTopics.freeSpace("lidar_top");

  /** Road users in the images of the front camera. */
  public static final Topic<ImageDetections> CAMERA_DETECTIONS =
      SensorTopics.cameraDetections("camera_front");

  public static final Topic<Tracks> TRACKS =
      new Topic<>("/perception/tracks", Tracks.class, SceneCodec.TRACKS, Qos.RESULT);
  public static final Topic<SignalStates> SIGNALS =
      new Topic<>("/perception/signals", SignalStates.class, SceneCodec.SIGNALS, Qos.RESULT);
  public static final Topic<Futures> FUTURES =
      new Topic<>("/prediction/futures", Futures.class, FuturesCodec.FUTURES, Qos.RESULT);
  public static final Topic<Route> ROUTE =
      new Topic<>("/planning/route", Route.class, MotionCodec.ROUTE, Qos.LATCHED);
  public static final Topic<Plan> PLAN =
      new Topic<>("/planning/trajectory", Plan.class, MotionCodec.PLAN, Qos.RESULT);
  public static final Topic<ControlCommand> CONTROL_COMMAND =
      new Topic<>("/control/command", ControlCommand.class, VehicleCodec.COMMAND, Qos.RESULT);
  public static final Topic<ControlCommand> ACTUATION =
      new Topic<>("/actuation/command", ControlCommand.class, VehicleCodec.COMMAND, Qos.RESULT);

  public static final Topic<HealthReport> DIAGNOSTICS =
      new Topic<>("/diagnostics", HealthReport.class, DiagnosticCodec.DIAGNOSTIC, Qos.SAMPLES);
  public static final Topic<Ticket> TICKETS =
      new Topic<>("/tickets", Ticket.class, DiagnosticCodec.TICKET, Qos.SAMPLES);

  /** Every node's parameters; a subscriber may hear many nodes at once. */
  public static final Topic<ParameterState> PARAMETERS = new Topic<>(
      "/parameters",
      ParameterState.class,
      ParameterCodec.STATE,
      new Qos(Qos.Reliability.RELIABLE, 64, Qos.Durability.TRANSIENT_LOCAL, 0, 0));

  public static final Topic<ParameterRequest> PARAMETER_REQUESTS = new Topic<>(
      "/parameters/request", ParameterRequest.class, ParameterCodec.REQUEST, Qos.RESULT);
  public static final Topic<ParameterAnswer> PARAMETER_ANSWERS =
      new Topic<>("/parameters/answer", ParameterAnswer.class, ParameterCodec.ANSWER, Qos.RESULT);

  /** States of nodes, in runs on the wall clock. */
  public static final Topic<LifecycleStatus> LIFECYCLE = new Topic<>(
      "/lifecycle",
      LifecycleStatus.class,
      LifecycleCodec.STATUS,
      new Qos(Qos.Reliability.RELIABLE, 64, Qos.Durability.TRANSIENT_LOCAL, 0, 0));

  public static final Topic<LifecycleRequest> LIFECYCLE_REQUESTS =
      new Topic<>("/lifecycle/request", LifecycleRequest.class, LifecycleCodec.REQUEST, Qos.RESULT);
  public static final Topic<LifecycleStatus> LIFECYCLE_ANSWERS =
      new Topic<>("/lifecycle/answer", LifecycleStatus.class, LifecycleCodec.STATUS, Qos.RESULT);

  public static final Topic<TruthFrame> TRUTH_FRAME =
      new Topic<>("/truth/frame", TruthFrame.class, TruthCodec.FRAME, Qos.SAMPLES);
  public static final Topic<ScenarioEvent> TRUTH_EVENT =
      new Topic<>("/truth/event", ScenarioEvent.class, TruthCodec.EVENT, Qos.SAMPLES);

  /** What is broken on purpose, told whenever that changes. */
  public static final Topic<FaultTruths> TRUTH_FAULTS =
      new Topic<>("/truth/faults", FaultTruths.class, TruthCodec.FAULTS, Qos.LATCHED);

  /** What the images of the front camera truly show, where the rig asks for it. */
  public static final Topic<CameraLayers> TRUTH_CAMERA_LAYERS =
      SensorTopics.cameraLayers("camera_front");

  /** What the points of the roof's lidar truly hit, where the rig asks for it. */
  public static final Topic<LidarLabels> TRUTH_LIDAR_LABELS = SensorTopics.lidarLabels("lidar_top");

  private static final List<Topic<?>> ALL = List.of(
      LIDAR_SWEEP,
      LIDAR_CALIBRATION,
      CAMERA_IMAGE,
      CAMERA_CALIBRATION,
      RADAR_RETURNS,
      RADAR_CALIBRATION,
      ULTRASONIC_ECHO,
      SIGNAL_PHASES,
      IMU,
      GNSS,
      WHEELS,
      VEHICLE_REPORT,
      VEHICLE_DESCRIPTION,
      MAP,
      MISSION,
      EGO_POSE,
      DETECTIONS,
      GROUND_POINTS,
      FREE_SPACE,
      CAMERA_DETECTIONS,
      TRACKS,
      SIGNALS,
      FUTURES,
      ROUTE,
      PLAN,
      CONTROL_COMMAND,
      ACTUATION,
      DIAGNOSTICS,
      TICKETS,
      PARAMETERS,
      LIFECYCLE,
      TRUTH_FRAME,
      TRUTH_EVENT,
      TRUTH_FAULTS,
      TRUTH_CAMERA_LAYERS,
      TRUTH_LIDAR_LABELS);

  private static final List<Topic<?>> SERVICES =
      List.of(PARAMETER_REQUESTS, PARAMETER_ANSWERS, LIFECYCLE_REQUESTS, LIFECYCLE_ANSWERS);

  private Topics() {}

  /** All topics that may be subscribed to, in the order of the data flow; those of services are not among them. */
  public static List<Topic<?>> all() {
    return ALL;
  }

  /** The topic of that name, also of a service. */
  public static Optional<Topic<?>> find(String name) {
    return Stream.concat(ALL.stream(), SERVICES.stream())
        .filter(topic -> topic.name().equals(name))
        .findFirst();
  }
}
