package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sim.traffic.walker.Walkers;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.List;

/** Tells the people on crosswalks as truth, between their steps too. */
final class WalkerTruth {
  /** Length is the depth of a body, width that of its shoulders. */
  private static final Size3 SIZE = new Size3(0.4, 0.6, 1.75);

  private final Walkers walkers;
  private final double[] pose = new double[4];

  WalkerTruth(Walkers walkers) {
    this.walkers = walkers;
  }

  /** Adds everybody who is on a crosswalk, in order of number, as they are {@code sinceStepS} after their last step. */
  void tell(double sinceStepS, List<ActorTruth> told) {
    for (int w = 0; w < walkers.count(); w++) {
      if (walkers.isWalking(w)) {
        walkers.poseAt(w, sinceStepS, pose);
        told.add(new ActorTruth(
            "walker-" + w,
            ObjectClass.PEDESTRIAN,
            "pedestrian",
            new Pose3(pose[0], pose[1], pose[2], pose[3], 0.0, 0.0),
            SIZE,
            0.0,
            0.0,
            walkers.speedMps(w),
            0.0,
            0.0,
            0.0,
            ActorLights.OFF));
      }
    }
  }
}
