package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.driver.Dice;

/** Between an inner circle and an ellipse around an object: who leaves the ellipse or the road is replaced. */
final class SwarmAdmission implements Admission {
  private static final int TRIES_AT_START = 200;
  private static final int TRIES_A_STEP = 8;

  /** Nobody appears so near to the rim that its next step might lead out. */
  private static final double RIM_M = 6.0;

  private final Ring ring;
  private final double speedMpsMin;
  private final double speedMpsMax;
  private final Dice dice;
  private final Spots spots;
  private final double[] pose = new double[6];

  SwarmAdmission(Ring ring, double speedMpsMin, double speedMpsMax, Dice dice, Spots spots) {
    this.ring = ring;
    this.speedMpsMin = speedMpsMin;
    this.speedMpsMax = speedMpsMax;
    this.dice = dice;
    this.spots = spots;
  }

  @Override
  public void admit(Traffic traffic, Pose3 center, boolean first, boolean stopped) {
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        if (!ring.holds(center, pose[0], pose[1], 0.0)) {
          traffic.remove(v);
        }
      }
    }
    if (!stopped && traffic.active() < traffic.vehicles()) {
      appear(traffic, center, first ? TRIES_AT_START : TRIES_A_STEP);
    }
  }

  private void appear(Traffic traffic, Pose3 center, int tries) {
    spots.gather((x, y) -> ring.holds(center, x, y, RIM_M) && !ring.isNear(center, x, y));
    if (spots.count() == 0) {
      return;
    }
    for (int v = 0; v < traffic.vehicles(); v++) {
      for (int i = 0; i < tries && !traffic.isActive(v); i++) {
        int spot = spots.gathered(dice.below(spots.count()));
        double speed = speedMpsMin + dice.uniform() * (speedMpsMax - speedMpsMin);
        traffic.offer(v, spots.lane(spot), spots.station(spot), speed);
      }
    }
  }
}
