package io.camber.control.node;

import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.Parameter;
import io.camber.control.longitudinal.LongitudinalConfig;
import java.util.function.Consumer;

/** Gains of the speed loop that may be turned while the car drives. */
final class GainParameters {
  private final Parameter<Double> speedGainPerS;
  private final Parameter<Double> positionGainPerS2;

  private GainParameters(LongitudinalConfig base) {
    this.speedGainPerS = Parameter.ofDouble(
            "speed_gain_per_s", base.speedGainPerS(), "acceleration per speed error")
        .within(0.1, 4.0)
        .in("1/s");
    this.positionGainPerS2 = Parameter.ofDouble(
            "position_gain_per_s2", base.positionGainPerS2(), "acceleration per position error")
        .within(0.0, 2.0)
        .in("1/s2");
  }

  /** Declares them with the base tuning's values and tells about every tuning from now on. */
  static void declare(
      NodeParameters parameters, LongitudinalConfig base, Consumer<LongitudinalConfig> retune) {
    GainParameters gains = new GainParameters(base);
    parameters.declare(gains.speedGainPerS);
    parameters.declare(gains.positionGainPerS2);
    parameters.bind(
        values ->
            base.withGains(values.of(gains.speedGainPerS), values.of(gains.positionGainPerS2)),
        retune);
  }
}
