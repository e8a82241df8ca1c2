package io.camber.control.longitudinal;

import io.camber.control.reference.ReferencePath;

/**
 * Decides between driving and standing: the car stands once it has stopped and the plan stays, and leaves only when the
 * plan clearly moves off. Owned by one controller.
 */
final class StandstillHold {
  private static final double STOPPED_MPS = 0.15;
  private static final double PLAN_STOPPED_MPS = 0.1;
  private static final double PLAN_MOVING_MPS = 0.3;
  private static final long LOOK_AHEAD_NS = 1_000_000_000L;

  private boolean holding;

  boolean update(long timeNs, double speed, ReferencePath path) {
    double now = path.at(timeNs).speedMps();
    double soon = path.at(timeNs + LOOK_AHEAD_NS).speedMps();
    if (holding) {
      holding = soon < PLAN_MOVING_MPS;
    } else {
      holding = speed < STOPPED_MPS && now < PLAN_STOPPED_MPS && soon < PLAN_STOPPED_MPS;
    }
    return holding;
  }

  void release() {
    holding = false;
  }
}
