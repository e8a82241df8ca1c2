package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.sim.traffic.Traffic;

/** Who comes and who goes; asked after everybody has moved, the first time before. */
interface Admission {
  /**
   * Takes off the road who must go, and lets in who comes unless the traffic has been stopped.
   *
   * @param center where the action's place is now
   */
  void admit(Traffic traffic, Pose3 center, boolean first, boolean stopped);
}
