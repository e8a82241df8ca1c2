package io.camber.control;

import io.camber.control.lateral.LateralConfig;
import io.camber.control.longitudinal.LongitudinalConfig;

/** Tuning of the controller; keys read {@code lateral.bandwidthRadps} and so on. */
public record ControlConfig(LateralConfig lateral, LongitudinalConfig longitudinal) {
  public static final ControlConfig DEFAULTS =
      new ControlConfig(LateralConfig.DEFAULTS, LongitudinalConfig.DEFAULTS);
}
