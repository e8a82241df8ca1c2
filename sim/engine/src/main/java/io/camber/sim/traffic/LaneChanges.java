package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.sim.traffic.network.LaneNetwork;

/**
 * Carries out the lane changes that drivers want, in order of slots, each looked at once more because another may have
 * taken the gap. The vehicle belongs to its new lane at once; its ghost keeps the place on the old one until most of it is over.
 */
final class LaneChanges {
  static final double DURATION_S = 3.5;

  /** Share of the change after which the old lane is free. */
  static final double GHOST_SHARE = 0.7;

  /** From this speed on a change takes its full time. */
  static final double FULL_RATE_MPS = 5.0;

  private static final double COOLDOWN_S = 6.0;
  private static final double SAFE_DECEL_MPS2 = 3.0;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final Motive motive;
  private final Ways ways;
  private final RightOfWay rights;
  private final int cooldown;
  private long count;

  LaneChanges(Fleet fleet, RightOfWay rights, Ways ways, double stepS) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.ways = ways;
    this.rights = rights;
    this.motive = new Motive(fleet, stepS);
    this.cooldown = (int) Math.rint(COOLDOWN_S / stepS);
  }

  /** Progress of a change per second: slow cars move sideways only as far as they roll. */
  static double rate(double speedMps) {
    return Math.min(1.0, speedMps / FULL_RATE_MPS);
  }

  long count() {
    return count;
  }

  /** Lets v, who is so far left of its lane's middle, come over to where it usually keeps. */
  void center(int v, double asideM) {
    fleet.latFrom[v] = asideM - fleet.wander[v];
    fleet.latTime[v] = 0.0;
    fleet.cooldown[v] = cooldown;
  }

  void settle() {
    for (int v = 0; v < fleet.vehicles; v++) {
      int wish = fleet.events[v] & (Pilot.CHANGE_LEFT | Pilot.CHANGE_RIGHT);
      if (wish != 0 && fleet.lane[v] >= 0) {
        change(v, wish == Pilot.CHANGE_LEFT);
      }
    }
  }

  private void change(int v, boolean left) {
    int lane = fleet.lane[v];
    double s = fleet.pos[v];
    int side = network.side(lane, s, left);
    if (side < 0) {
      return;
    }
    int target = network.sideTarget(side);
    double station = network.sideStation(side, s);
    double safe = network.isDeadEnd(lane) ? SAFE_DECEL_MPS2 + 1.5 : SAFE_DECEL_MPS2;
    if (!motive.isSafe(v, target, station, safe)) {
      return;
    }
    rights.release(v); // its way leads over another line from now on
    int ghost = v + fleet.vehicles;
    fleet.remove(v);
    fleet.pos[ghost] = s;
    fleet.speed[ghost] = fleet.speed[v];
    fleet.insert(ghost, lane);
    fleet.pos[v] = station;
    fleet.insert(v, target);
    double apart = 0.5 * (network.widthM(lane) + network.widthM(target));
    fleet.latFrom[v] = left ? -apart : apart;
    fleet.latTime[v] = 0.0;
    fleet.cooldown[v] = cooldown;
    fleet.cameFrom[v] = NONE;
    fleet.cameBefore[v] = NONE;
    count++;
    ways.findLine(v);
  }
}
