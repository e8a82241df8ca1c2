package io.camber.viewer.picture;

import io.camber.pose.EgoPose;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleReport;
import io.camber.viewer.drive.DriveMessage;
import java.util.Map;
import java.util.TreeMap;

/** Rows about the ego's own motion, thinned to 50 and 20 Hz. */
final class MotionRows {
  private static final long POSE_NS = 19_000_000L;
  private static final long COMMAND_NS = 45_000_000L;

  private final Clock clock;
  private final Streams streams;
  private final Map<String, Long> lastNs = new TreeMap<>();

  MotionRows(Clock clock, Streams streams) {
    this.clock = clock;
    this.streams = streams;
  }

  /** Time, x, y, z, yaw, pitch, roll, speed, acceleration, yaw rate, standard deviations along and across, status. */
  void pose(DriveMessage message, EgoPose pose) {
    if (isDue("ego", message.timeNs(), POSE_NS)) {
      var at = pose.mapFromBase();
      Json row = streams.of("ego").array().number(clock.seconds(pose.timeNs()));
      row.number(at.x()).number(at.y()).number(at.z());
      row.fine(at.yaw()).fine(at.pitch()).fine(at.roll());
      row.number(pose.twist().forwardMps()).number(pose.accelMps2());
      row.fine(pose.twist().yawRateRadps());
      row.number(pose.longitudinalStdM()).number(pose.lateralStdM());
      row.code(pose.status()).endArray();
    }
  }

  /** Time, speed, steering angle, acceleration, 1 when the stack drives. */
  void report(DriveMessage message, VehicleReport report) {
    if (isDue("report", message.timeNs(), COMMAND_NS)) {
      streams
          .of("report")
          .array()
          .number(clock.seconds(message.timeNs()))
          .number(report.speedMps())
          .fine(report.steeringAngle())
          .number(report.accelMps2())
          .whole(report.engaged() ? 1 : 0)
          .endArray();
    }
  }

  /** Time, steering angle, acceleration, mode. */
  void command(String stream, DriveMessage message, ControlCommand command) {
    if (isDue(stream, message.timeNs(), COMMAND_NS)) {
      streams
          .of(stream)
          .array()
          .number(clock.seconds(message.timeNs()))
          .fine(command.steeringAngle())
          .number(command.accelMps2())
          .code(command.mode())
          .endArray();
    }
  }

  private boolean isDue(String stream, long timeNs, long periodNs) {
    Long last = lastNs.get(stream);
    if (last != null && timeNs - last < periodNs) {
      return false;
    }
    lastNs.put(stream, timeNs);
    return true;
  }
}
