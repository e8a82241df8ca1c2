package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;

/**
 * FinalSpeed of a SynchronizeAction.
 *
 * @param relative true when {@code value} counts from the master's speed
 * @param steadyDistanceM last distance to drive at the final speed, 0 without
 * @param steadyTimeS last time to drive at the final speed, 0 without
 */
@Plays({
  "FinalSpeed",
  "AbsoluteSpeed",
  "RelativeSpeedToMaster",
  "TargetDistanceSteadyState",
  "TargetTimeSteadyState"
})
record FinalSpeed(
    boolean relative, boolean factor, double value, double steadyDistanceM, double steadyTimeS) {
  static FinalSpeed read(Node node) {
    Node kind = node.choice();
    boolean relative = kind.name().equals("RelativeSpeedToMaster");
    if (!relative && !kind.name().equals("AbsoluteSpeed")) {
      throw kind.error("<" + kind.name() + "> is not a final speed");
    }
    boolean factor = relative
        && kind.oneOf(
                "speedTargetValueType", SpeedTarget.ValueType.class, SpeedTarget.ValueType.DELTA)
            == SpeedTarget.ValueType.FACTOR;
    double value = kind.number("value");
    double distance = kind.find("TargetDistanceSteadyState")
        .map(steady -> steady.number("distance"))
        .orElse(0.0);
    double time =
        kind.find("TargetTimeSteadyState").map(steady -> steady.number("time")).orElse(0.0);
    if ((distance > 0.0 || time > 0.0) && !relative && value <= 0.0) {
      throw kind.error("a steady state needs a final speed above 0");
    }
    return new FinalSpeed(relative, factor, value, distance, time);
  }

  double on(Stage stage, String master) {
    if (!relative) {
      return value;
    }
    double speed = stage.entity(master).seen().speedMps();
    return factor ? speed * value : speed + value;
  }

  double steadyDistanceM(double speedMps) {
    return steadyDistanceM > 0.0 ? steadyDistanceM : steadyTimeS * speedMps;
  }
}
