package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.driver.Dice;

/** A fixed piece of the road network, filled once, or kept full: then who leaves it is gone and another comes. */
final class AreaAdmission implements Admission {
  private static final int TRIES_AT_START = 200;
  private static final int TRIES_A_STEP = 4;

  /** Of what the road allows vehicles appear with so much, evenly distributed. */
  private static final double SHARE_MIN = 0.4;

  private static final double SHARE_MAX = 0.9;

  private final Ground ground;
  private final boolean continuous;
  private final Dice dice;
  private final Spots spots;

  AreaAdmission(Ground ground, boolean continuous, Dice dice, Spots spots) {
    this.ground = ground;
    this.continuous = continuous;
    this.dice = dice;
    this.spots = spots;
    spots.gatherOn(ground);
  }

  @Override
  public void admit(Traffic traffic, Pose3 center, boolean first, boolean stopped) {
    if (continuous) {
      for (int v = 0; v < traffic.vehicles(); v++) {
        if (traffic.isActive(v) && !spots.isOn(ground, traffic.lane(v), traffic.station(v))) {
          traffic.remove(v);
        }
      }
    }
    if ((first || continuous) && !stopped && spots.count() > 0) {
      appear(traffic, first ? TRIES_AT_START : TRIES_A_STEP);
    }
  }

  private void appear(Traffic traffic, int tries) {
    for (int v = 0; v < traffic.vehicles(); v++) {
      for (int i = 0; i < tries && !traffic.isActive(v); i++) {
        int spot = spots.gathered(dice.below(spots.count()));
        double share = SHARE_MIN + dice.uniform() * (SHARE_MAX - SHARE_MIN);
        double allowed = traffic.network().capMps(spots.lane(spot), spots.station(spot));
        traffic.offer(v, spots.lane(spot), spots.station(spot), share * allowed);
      }
    }
  }
}
