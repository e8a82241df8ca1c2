package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/**
 * A speed as such or relative to another entity's.
 *
 * @param reference the other entity
 * @param factor true to multiply the other's speed, false to add to it
 * @param continuous true to keep following the other's speed
 */
@Plays({"AbsoluteTargetSpeed", "RelativeTargetSpeed"})
record SpeedTarget(Optional<String> reference, double value, boolean factor, boolean continuous) {
  /** How a relative target speed counts. */
  enum ValueType {
    DELTA,
    FACTOR
  }

  static SpeedTarget read(Node target) {
    Node kind = target.choice();
    if (kind.name().equals("AbsoluteTargetSpeed")) {
      return new SpeedTarget(Optional.empty(), kind.number("value"), false, false);
    }
    if (!kind.name().equals("RelativeTargetSpeed")) {
      throw kind.error("<" + kind.name() + "> is not a target speed");
    }
    return new SpeedTarget(
        Optional.of(kind.entity("entityRef")),
        kind.number("value"),
        kind.oneOf("speedTargetValueType", ValueType.class, ValueType.DELTA) == ValueType.FACTOR,
        kind.truth("continuous", false));
  }

  double on(Stage stage) {
    if (reference.isEmpty()) {
      return value;
    }
    double other = stage.entity(reference.get()).seen().speedMps();
    return factor ? other * value : other + value;
  }
}
