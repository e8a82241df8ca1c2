package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.messages.Topics;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/** U13: steering that swings to and fro, or stays at its stop for a second, while the car moves. */
final class ControlCheck implements Check {
  private static final long WINDOW_NS = 2_000_000_000L;
  private static final double NS = 1e-9;
  private static final double MOVING_MPS = 2.0;
  private static final double SWING_RAD_MIN = 0.03;

  /** Half periods within two seconds: 0.75 to 3 Hz. */
  private static final int SWINGS_MIN = 3;

  private static final long STOP_NS_MAX = 1_000_000_000L;

  private final Deque<Long> swings = new ArrayDeque<>();
  private double extreme;
  private int direction;
  private double speedMps;
  private double stopAngle = Double.POSITIVE_INFINITY;
  private long atStopSinceNs = -1;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof VehicleDescription vehicle) {
      stopAngle = vehicle.steeringAngleMax();
    } else if (value instanceof VehicleReport report) {
      speedMps = report.speedMps();
    } else if (value instanceof ControlCommand command
        && envelope.topic().equals(Topics.CONTROL_COMMAND.name())
        && command.isFinite()
        && speedMps > MOVING_MPS) {
      swing(command, alarms);
      stop(command, alarms);
    }
  }

  private void swing(ControlCommand command, Consumer<Alarm> alarms) {
    double angle = command.steeringAngle();
    boolean onwards = direction == 0 || direction * (angle - extreme) >= 0.0;
    if (onwards) {
      direction = direction == 0 ? (int) Math.signum(angle - extreme) : direction;
      extreme = angle;
    } else if (Math.abs(angle - extreme) > SWING_RAD_MIN) {
      direction = -direction;
      extreme = angle;
      swings.addLast(command.timeNs());
      while (command.timeNs() - swings.getFirst() > WINDOW_NS) {
        swings.removeFirst();
      }
      if (swings.size() >= SWINGS_MIN) {
        alarms.accept(alarm(
            command,
            "oscillation",
            String.format(Locale.ROOT, "steering turned %d times in 2 s", swings.size())));
      }
    }
  }

  private void stop(ControlCommand command, Consumer<Alarm> alarms) {
    boolean atStop = Math.abs(command.steeringAngle()) >= 0.99 * stopAngle;
    atStopSinceNs = !atStop ? -1 : atStopSinceNs < 0 ? command.timeNs() : atStopSinceNs;
    if (atStop && command.timeNs() - atStopSinceNs > STOP_NS_MAX) {
      alarms.accept(alarm(
          command,
          "saturation",
          String.format(
              Locale.ROOT,
              "steering at its stop for %.1f s",
              (command.timeNs() - atStopSinceNs) * NS)));
    }
  }

  private static Alarm alarm(ControlCommand command, String kind, String detail) {
    return new Alarm(command.timeNs(), "U13", Owner.CONTROL, kind, "steering", 0.5, detail);
  }
}
