package io.camber.app.simulation;

import java.util.List;

/** Names of the nodes of a run; {@link Simulation#replace} takes those of the stack. */
public final class NodeNames {
  public static final String WORLD = "world";
  public static final String VEHICLE_REPORT = "vehicle.report";
  public static final String IMU = "sensor.imu";
  public static final String GNSS = "sensor.gnss";
  public static final String WHEELS = "sensor.wheels";
  public static final String LIDAR = "sensor.lidar";
  public static final String CAMERA = "sensor.camera";
  public static final String TRUTH_PERCEPTION = "truth.perception";
  public static final String LOCALIZATION = "localization";
  public static final String DETECTION = "detection";
  public static final String TRACKING = "tracking";
  public static final String SIGNALS = "signals";
  public static final String CAMERA_DETECTION = "camera_detection";
  public static final String PREDICTION = "prediction";
  public static final String PLANNING = "planning";
  public static final String CONTROL = "control";
  public static final String GUARDIAN = "guardian";
  public static final String JURY = "jury";

  private static final List<String> ALL = List.of(
      VEHICLE_REPORT,
      IMU,
      GNSS,
      WHEELS,
      LIDAR,
      CAMERA,
      TRUTH_PERCEPTION,
      LOCALIZATION,
      DETECTION,
      TRACKING,
      SIGNALS,
      CAMERA_DETECTION,
      PREDICTION,
      PLANNING,
      CONTROL,
      GUARDIAN);

  private NodeNames() {}

  /** Every node but the world and the jury, which stay with the run. */
  public static List<String> all() {
    return ALL;
  }

  /** The declared time between a call of the node and its output; 0 for nodes without one. */
  public static long latencyNs(String node) {
    return Latencies.ns(node);
  }
}
