package io.camber.control;

import io.camber.control.reference.ReferencePath;
import io.camber.motion.Plan;
import io.camber.vehicle.DriveMode;
import java.util.Optional;

/**
 * Which trajectory of the newest plan to follow: the nominal one while the plan is fresh, then its safe stop. Keeps the
 * paths of one plan. Owned by one controller.
 */
final class PlanChoice {
  /** Four missed planning cycles. */
  static final long PLAN_AGE_NS_MAX = 400_000_000L;

  private Optional<ReferencePath> nominal = Optional.empty();
  private Optional<ReferencePath> safeStop = Optional.empty();
  private long planNs = Long.MIN_VALUE;

  /** Takes a plan unless it is the one at hand or older. */
  void accept(Plan plan) {
    if (plan.timeNs() <= planNs) {
      return;
    }
    planNs = plan.timeNs();
    nominal = ReferencePath.of(plan.nominal());
    safeStop = ReferencePath.of(plan.safeStop());
  }

  boolean hasPlan() {
    return planNs != Long.MIN_VALUE;
  }

  DriveMode mode(long timeNs) {
    boolean fresh = timeNs - planNs <= PLAN_AGE_NS_MAX;
    boolean usable = nominal.isPresent() && nominal.get().endNs() > timeNs;
    return fresh && usable ? DriveMode.NOMINAL : DriveMode.SAFE_STOP;
  }

  /** The path to follow in a mode; empty when the plan has no usable one. */
  Optional<ReferencePath> path(DriveMode mode) {
    return mode == DriveMode.NOMINAL ? nominal : safeStop;
  }
}
