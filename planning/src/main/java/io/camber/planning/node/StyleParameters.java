package io.camber.planning.node;

import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.Parameter;
import io.camber.planning.Planner;
import io.camber.planning.proposal.DrivingStyle;

/** What passengers may change about the way the car drives, also while it drives. */
final class StyleParameters {
  private final DrivingStyle base;
  private final Parameter<Double> timeGapS;
  private final Parameter<Double> comfortDecelMps2;
  private final Parameter<Double> speedCapMps;

  private StyleParameters(DrivingStyle base) {
    this.base = base;
    this.timeGapS = Parameter.ofDouble(
            "time_gap_s", base.timeGapSMax(), "time gap to the leader at 60 km/h and more")
        .within(1.2, 4.0)
        .in("s");
    this.comfortDecelMps2 = Parameter.ofDouble(
            "comfort_decel_mps2", base.decelMps2Comfort(), "deceleration for stops known early")
        .within(0.8, 3.5)
        .in("m/s2");
    this.speedCapMps = Parameter.ofDouble(
            "speed_cap_mps", base.speedMpsMax(), "never aim at a higher speed than this")
        .within(1.0, 100.0)
        .in("m/s");
  }

  /** Declares them with the base style's values and keeps the planner's style at what they say. */
  static void declare(NodeParameters parameters, DrivingStyle base, Planner planner) {
    StyleParameters style = new StyleParameters(base);
    parameters.declare(style.timeGapS);
    parameters.declare(style.comfortDecelMps2);
    parameters.declare(style.speedCapMps);
    parameters.bind(
        values -> style.base.with(
            values.of(style.timeGapS),
            values.of(style.comfortDecelMps2),
            values.of(style.speedCapMps)),
        planner::restyle);
  }
}
