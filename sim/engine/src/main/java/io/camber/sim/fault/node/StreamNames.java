package io.camber.sim.fault.node;

import io.camber.bus.Topic;
import io.camber.messages.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people call the streams that faults strike: {@code lidar_top} is {@code /sensor/lidar/top/sweep}. */
final class StreamNames {
  private static final String SENSOR = "/sensor/";

  private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
      Map.entry(Topics.IMU.name(), "imu"),
      Map.entry(Topics.GNSS.name(), "gnss"),
      Map.entry(Topics.WHEELS.name(), "wheels"),
      Map.entry(Topics.VEHICLE_REPORT.name(), "report"),
      Map.entry(Topics.EGO_POSE.name(), "pose"),
      Map.entry(Topics.DETECTIONS.name(), "detections"),
      Map.entry(Topics.TRACKS.name(), "tracks"),
      Map.entry(Topics.SIGNALS.name(), "signals"),
      Map.entry(Topics.FUTURES.name(), "futures"),
      Map.entry(Topics.PLAN.name(), "plan"),
      Map.entry(Topics.CONTROL_COMMAND.name(), "command"),
      Map.entry(Topics.ACTUATION.name(), "actuation")));

  private StreamNames() {}

  /** The name of a topic as a target of faults; empty when faults do not strike it. */
  static Optional<String> of(Topic<?> topic) {
    String name = topic.name();
    String known = NAMES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    String[] parts =
        name.startsWith(SENSOR) ? name.substring(SENSOR.length()).split("/") : new String[0];
    boolean isData = parts.length == 3 && !parts[2].equals("calibration");
    return isData ? Optional.of(parts[0] + "_" + parts[1]) : Optional.empty();
  }
}
