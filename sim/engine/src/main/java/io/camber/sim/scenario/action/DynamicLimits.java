package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.EntityModel;

/** DynamicConstraints; NaN where the file is silent. */
@Plays("DynamicConstraints")
record DynamicLimits(
    double speedMps,
    double accelMps2,
    double accelRateMps3,
    double decelMps2,
    double decelRateMps3) {
  static final DynamicLimits NONE = new DynamicLimits(
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY);

  /** Reads the constraints below an action, {@link #NONE} without. */
  static DynamicLimits read(Node action) {
    return action
        .find("DynamicConstraints")
        .map(node -> new DynamicLimits(
            node.number("maxSpeed", Double.NaN),
            node.number("maxAcceleration", Double.NaN),
            node.number("maxAccelerationRate", Double.POSITIVE_INFINITY),
            node.number("maxDeceleration", Double.NaN),
            node.number("maxDecelerationRate", Double.POSITIVE_INFINITY)))
        .orElse(NONE);
  }

  /** The constraints with what the file leaves open taken from the entity's performance. */
  DynamicLimits within(EntityModel model) {
    if (equals(NONE)) {
      return this;
    }
    return new DynamicLimits(
        limit(speedMps, model.speedMpsMax()),
        limit(accelMps2, model.accelMps2Max()),
        accelRateMps3,
        limit(decelMps2, model.decelMps2Max()),
        decelRateMps3);
  }

  /** The constraints with what the file leaves open unlimited. */
  DynamicLimits orUnlimited() {
    double infinite = Double.POSITIVE_INFINITY;
    return new DynamicLimits(
        limit(speedMps, infinite),
        limit(accelMps2, infinite),
        accelRateMps3,
        limit(decelMps2, infinite),
        decelRateMps3);
  }

  private static double limit(double wanted, double possible) {
    return Double.isNaN(wanted) ? possible : Math.min(wanted, possible);
  }

  boolean isUnlimited() {
    return accelMps2 >= 1e10 && decelMps2 >= 1e10;
  }
}
