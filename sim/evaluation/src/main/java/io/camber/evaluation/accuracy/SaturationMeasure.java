package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import org.jspecify.annotations.Nullable;

/**
 * How long commands ask for all that the actuators have, or more: the angle or the rate of the steering, the drive or the brake. A
 * command lasts until the next.
 */
public final class SaturationMeasure {
  private static final double NS = 1e-9;

  /** So near to the limit is at it. */
  private static final double AT_LIMIT = 0.999;

  private final VehicleDescription vehicle;
  private @Nullable ControlCommand last;
  private boolean wasSaturated;
  private double saturatedS;
  private double seconds;

  public SaturationMeasure(VehicleDescription vehicle) {
    this.vehicle = vehicle;
  }

  /** Takes in a command to the actuators. */
  public void update(ControlCommand command) {
    ControlCommand before = last;
    if (!command.isFinite() || (before != null && command.timeNs() <= before.timeNs())) {
      return;
    }
    last = command;
    if (before != null) {
      double step = (command.timeNs() - before.timeNs()) * NS;
      double rate = (command.steeringAngle() - before.steeringAngle()) / step;
      boolean isFast = isAt(rate, vehicle.steeringRateRadpsMax());
      seconds += step;
      saturatedS += wasSaturated || isFast ? step : 0.0;
    }
    wasSaturated = isAt(command.steeringAngle(), vehicle.steeringAngleMax())
        || command.accelMps2() >= AT_LIMIT * vehicle.accelMps2Max()
        || command.accelMps2() <= -AT_LIMIT * vehicle.decelMps2Max();
  }

  private static boolean isAt(double value, double limit) {
    return Math.abs(value) >= AT_LIMIT * limit;
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    findings.add(Metric.free(
            "control.saturation.timeShare",
            seconds > 0.0 ? saturatedS / seconds : Double.NaN,
            "1",
            Owner.CONTROL,
            Metric.Better.LOWER)
        .because("no command reached the actuators"));
  }
}
