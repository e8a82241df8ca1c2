package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.vehicle.ControlCommand;
import org.jspecify.annotations.Nullable;

/** How busy the steering is: rate of the commanded angle and how often it turns around. */
public final class SteeringMeasure {
  private static final double NS = 1e-9;

  /** Slower than one degree a second is no movement. */
  private static final double MOVING_RADPS = Math.toRadians(1.0);

  private final Samples rates = new Samples();
  private @Nullable ControlCommand last;
  private double direction;
  private int reversals;
  private double seconds;

  /** Takes in a command to the actuators. */
  public void update(ControlCommand command) {
    ControlCommand before = last;
    last = command;
    if (before == null || command.timeNs() <= before.timeNs() || !command.isFinite()) {
      return;
    }
    double step = (command.timeNs() - before.timeNs()) * NS;
    double rate = (command.steeringAngle() - before.steeringAngle()) / step;
    if (Double.isFinite(rate)) {
      seconds += step;
      rates.add(rate);
      if (Math.abs(rate) > MOVING_RADPS) {
        reversals += direction * rate < 0.0 ? 1 : 0;
        direction = Math.signum(rate);
      }
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = "no command reached the actuators";
    findings.add(Metric.free(
            "control.steeringRate.rms", rates.rms(), "rad/s", Owner.CONTROL, Metric.Better.LOWER)
        .because(none));
    findings.add(Metric.free(
            "control.steeringReversalsPerMinute",
            seconds > 0.0 ? reversals * 60.0 / seconds : Double.NaN,
            "1/min",
            Owner.CONTROL,
            Metric.Better.LOWER)
        .because(none));
  }
}
