package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * U13: steering that swings to and fro, so much that it is felt, without the plan asking for it, or stays at its stop for a second, while the car moves. Steering that
 * follows a plan that swings is the plan's matter (U12).
 */
final class ControlCheck implements Check {
  private static final double NS = 1e-9;
  private static final double MOVING_MPS = 2.0;
  /**
   * Lateral acceleration from one turn to the next whose sine has 0.315 m/s2 root mean square: less is not uncomfortable (ISO 2631-1,
   * annex C).
   */
  private static final double SWING_MPS2 = 2.0 * Math.sqrt(2.0) * 0.315;

  /** Steering that swings by so much is wrong however slow the car is. */
  private static final double SWING_RAD_MAX = 0.1;

  /** Smaller swings are the road's. */
  private static final double SWING_RAD_MIN = 0.01;

  /** A plan that turns around by this share of the swing asks for it; less may be where the swing has brought the car. */
  private static final double WISH_SHARE = 0.5;

  /** Half periods within two seconds: 0.75 to 3 Hz. */
  private static final int SWINGS_MIN = 3;

  private static final int WISHES_MIN = 2;
  private static final long STOP_NS_MAX = 1_000_000_000L;

  private final Swings swings = new Swings();
  private final Swings wishes = new Swings();
  private Trajectory plan = Trajectory.EMPTY;
  private double speedMps;
  private double wheelbaseM = 2.8;
  private double stopAngle = Double.POSITIVE_INFINITY;
  private long atStopSinceNs = -1;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof VehicleDescription vehicle) {
      stopAngle = vehicle.steeringAngleMax();
      wheelbaseM = vehicle.wheelbaseM();
    } else if (value instanceof VehicleReport report) {
      speedMps = report.speedMps();
    } else if (value instanceof Plan newest) {
      plan = newest.nominal();
    } else if (value instanceof ControlCommand command
        && envelope.topic().equals(Topics.CONTROL_COMMAND.name())
        && command.isFinite()
        && speedMps > MOVING_MPS) {
      swing(command, alarms);
      stop(command, alarms);
    }
  }

  private void swing(ControlCommand command, Consumer<Alarm> alarms) {
    double least = Math.max(
        SWING_RAD_MIN, Math.min(SWING_RAD_MAX, SWING_MPS2 * wheelbaseM / (speedMps * speedMps)));
    if (!plan.isEmpty()) {
      double curvature = plan.at(command.timeNs()).curvaturePerM();
      double wish = StrictMath.atan(wheelbaseM * curvature);
      double share = WISH_SHARE * Math.max(least, swings.size());
      wishes.add(wish, share, command.timeNs());
    }
    if (swings.add(command.steeringAngle(), least, command.timeNs())
        && swings.count() >= SWINGS_MIN) {
      boolean isWished = wishes.count() >= WISHES_MIN;
      String detail = String.format(
          Locale.ROOT,
          "steering turned %d times in 2 s at %.0f m/s%s",
          swings.count(),
          speedMps,
          isWished ? ", as the plan did" : "");
      alarms.accept(
          isWished
              ? new Alarm(command.timeNs(), "U12", Owner.PLANNING, "sway", "plan", 0.5, detail)
              : alarm(command, "oscillation", detail));
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
