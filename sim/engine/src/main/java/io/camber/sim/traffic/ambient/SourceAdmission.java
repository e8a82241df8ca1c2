package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Dice;

/**
 * One vehicle after the other near a place, the first at once; who finds no room comes as soon as there is some. Nobody is taken off
 * the road.
 */
final class SourceAdmission implements Admission {
  private static final int TRIES = 8;

  private final double radiusM;
  private final double ratePerS;
  private final double speedMps;
  private final Dice dice;
  private final Spots spots;
  private double owed = 1.0;
  private int latest = -1;

  /**
   * @param speedMps that vehicles appear with; infinite for what the road allows
   */
  SourceAdmission(double radiusM, double ratePerS, double speedMps, Dice dice, Spots spots) {
    this.radiusM = radiusM;
    this.ratePerS = ratePerS;
    this.speedMps = speedMps;
    this.dice = dice;
    this.spots = spots;
  }

  @Override
  public void admit(Traffic traffic, Pose3 center, boolean first, boolean stopped) {
    if (!first) {
      owed = Math.min(traffic.vehicles(), owed + ratePerS * TrafficConfig.STEP_S);
    }
    if (stopped || owed < 1.0) {
      return;
    }
    spots.gather((x, y) -> StrictMath.hypot(x - center.x(), y - center.y()) <= radiusM);
    for (int i = 0; i < TRIES && owed >= 1.0 && spots.count() > 0; i++) {
      owed -= appears(traffic, spots.gathered(dice.below(spots.count()))) ? 1.0 : 0.0;
    }
  }

  /** Takes the next free number, so that another driver comes each time. */
  private boolean appears(Traffic traffic, int spot) {
    int v = (latest + 1) % traffic.vehicles();
    while (traffic.isActive(v)) {
      if (v == latest || traffic.active() == traffic.vehicles()) {
        return false;
      }
      v = (v + 1) % traffic.vehicles();
    }
    int lane = spots.lane(spot);
    double speed = Math.min(speedMps, traffic.network().capMps(lane, spots.station(spot)));
    boolean comes =
        traffic.offer(v, lane, spots.station(spot), Double.isInfinite(speedMps) ? speed : speedMps);
    latest = comes ? v : latest;
    return comes;
  }
}
