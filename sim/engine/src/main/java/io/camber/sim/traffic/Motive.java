package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.sim.traffic.driver.Idm;
import io.camber.sim.traffic.driver.Mobil;
import io.camber.sim.traffic.network.LaneNetwork;

/**
 * Whether a driver wants to change lanes, by MOBIL over IDM, looked at about once a second. Writes down the gap it has looked at as the
 * vehicle's own.
 */
final class Motive {
  private static final double EVERY_S = 1.0;

  /** New followers need not brake harder. */
  private static final double SAFE_DECEL_MPS2 = 2.0;

  /** Who must leave an ending lane asks more of others. */
  private static final double PRESSED_DECEL_MPS2 = 4.0;

  private static final double PRESSED_M = 200.0;
  private static final double SPEED_MPS_MIN = 2.0;

  /** No change so near to a line or the window's end, in seconds and metres. */
  private static final double REST_S = 3.5;

  private static final double REST_M = 8.0;

  /** Nobody looks further back for those who come. */
  private static final double BACK_M = 60.0;

  private static final int BACK_LANES = 4;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final int every;

  Motive(Fleet fleet, double stepS) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.every = (int) Math.max(1.0, Math.rint(EVERY_S / stepS));
  }

  boolean isTime(int v, long step) {
    return (step + fleet.number[v]) % every == 0 && network.hasSides(fleet.lane[v]);
  }

  /** The event bit of the change that v wants now; 0 for none. */
  byte wish(int v, int ownLeader, double free) {
    int lane = fleet.lane[v];
    double speed = fleet.speed[v];
    boolean pressed = network.isDeadEnd(lane);
    if (fleet.cooldown[v] > 0
        || fleet.isChanging(v)
        || (!pressed && speed < SPEED_MPS_MIN)
        || fleet.lineOdo[v] - fleet.odo[v] < rest(speed)) {
      return 0;
    }
    double s = fleet.pos[v];
    double stay = ownLeader < 0 ? free : free - pressure(v, ownLeader, fleet.gap[v], speed);
    double left = gain(v, lane, s, true, stay, pressed);
    double right = gain(v, lane, s, false, stay, pressed);
    double best = Math.max(left, right);
    if (best <= fleet.threshold[v]) {
      return 0;
    }
    return left >= right ? Pilot.CHANGE_LEFT : Pilot.CHANGE_RIGHT;
  }

  /** Way that a change needs: slow cars move sideways only as far as they roll, so that below full rate it does not shrink. */
  private static double rest(double speedMps) {
    return REST_S * Math.max(LaneChanges.FULL_RATE_MPS, speedMps) + REST_M;
  }

  private double pressure(int v, int ahead, double gap, double speed) {
    double wanted = Idm.desiredClearance(
        speed,
        speed - fleet.speed[ahead],
        fleet.standstill[v],
        fleet.timeGap[v],
        fleet.brakingTerm[v]);
    return Idm.interaction(gap, wanted, fleet.accel[v]);
  }

  /** Incentive to change; negative infinity when there is no lane or it is not safe. */
  private double gain(int v, int lane, double s, boolean left, double stay, boolean pressed) {
    int side = network.side(lane, s, left);
    double speed = fleet.speed[v];
    if (side < 0 || network.isReserved(network.sideTarget(side))) {
      return Double.NEGATIVE_INFINITY;
    }
    int target = network.sideTarget(side);
    double station = network.sideStation(side, s);
    double rest = Math.min(network.sideRestM(side, s), network.lengthM(lane) - s);
    boolean ends = network.isDeadEnd(target);
    if ((!pressed && (ends || rest < rest(speed)))
        || station < fleet.len[v]
        || network.widthAt(target, station - fleet.len[v]) < LaneNetwork.NARROW_M) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!isSafe(v, target, station, pressed ? PRESSED_DECEL_MPS2 : SAFE_DECEL_MPS2)) {
      return Double.NEGATIVE_INFINITY;
    }
    double desired = Math.min(fleet.top[v], fleet.factor[v] * network.capMps(target, station));
    double go = Idm.free(speed, desired, fleet.accel[v], fleet.decel[v]);
    int leader = fleet.sideAhead[v];
    if (leader >= 0) {
      go -= pressure(v, leader, fleet.sideAheadGap[v], speed);
    }
    double press =
        pressed ? 2.0 * Math.max(0.1, 1.0 - (network.lengthM(lane) - s) / PRESSED_M) : 0.0;
    return press
        + Mobil.incentive(
            Math.max(-9.0, go) - Math.max(-9.0, stay),
            newFollowerGain(v),
            oldFollowerGain(v),
            fleet.politeness[v]);
  }

  /** Looks for the neighbours at a station of the target lane; whether the gap between them takes v. */
  boolean isSafe(int v, int target, double station, double safeDecelMps2) {
    findGap(v, target, station);
    double speed = fleet.speed[v];
    int leader = fleet.sideAhead[v];
    int follower = fleet.sideBehind[v];
    double leaderGap = fleet.sideAheadGap[v];
    double followerGap = fleet.sideBehindGap[v];
    if (leaderGap < 0.7 * fleet.standstill[v] || followerGap < 1.0) {
      return false;
    }
    if (leader >= 0 && fleet.accel[v] - pressure(v, leader, leaderGap, speed) < -safeDecelMps2) {
      return false;
    }
    if (follower < 0) {
      return true;
    }
    if (fleet.isForeign(follower)) {
      return followerGap > 4.0 + 1.5 * fleet.speed[follower];
    }
    int f = fleet.vehicleOf(follower);
    double wanted = Idm.desiredClearance(
        fleet.speed[f],
        fleet.speed[f] - speed,
        fleet.standstill[f],
        fleet.timeGap[f],
        fleet.brakingTerm[f]);
    double after = -Idm.interaction(followerGap, wanted, fleet.accel[f]);
    return Mobil.isSafe(after, safeDecelMps2);
  }

  private void findGap(int v, int target, double station) {
    int follower = NONE;
    int leader = fleet.last[target];
    while (leader >= 0 && fleet.pos[leader] < station) {
      follower = leader;
      leader = fleet.ahead[leader];
    }
    double leaderGap =
        leader >= 0 ? fleet.pos[leader] - fleet.len[leader] - station : Double.POSITIVE_INFINITY;
    if (leader < 0 && network.nextCount(target) > 0) {
      leader = fleet.last[network.next(target, 0)];
      if (leader >= 0) {
        leaderGap = network.lengthM(target) + fleet.pos[leader] - fleet.len[leader] - station;
      }
    }
    fleet.sideAhead[v] = leader;
    fleet.sideAheadGap[v] = leaderGap;
    fleet.sideBehind[v] = follower;
    fleet.sideBehindGap[v] =
        follower >= 0 ? station - fleet.len[v] - fleet.pos[follower] : Double.POSITIVE_INFINITY;
    if (follower < 0) {
      findFollower(v, target, station - fleet.len[v], 0);
    }
  }

  /** Looks for who comes nearest from the lanes that lead to one, {@code distance} of which lies behind v. */
  private void findFollower(int v, int lane, double distance, int depth) {
    for (int i = 0; i < network.previousCount(lane); i++) {
      int before = network.previous(lane, i);
      double behind = distance + network.lengthM(before);
      int first = fleet.first[before];
      if (first >= 0 && behind - fleet.pos[first] < fleet.sideBehindGap[v]) {
        fleet.sideBehind[v] = first;
        fleet.sideBehindGap[v] = behind - fleet.pos[first];
      } else if (first < 0 && behind < BACK_M && depth < BACK_LANES) {
        findFollower(v, before, behind, depth + 1);
      }
    }
  }

  /** What the new follower loses: it follows v instead of v's new leader. */
  private double newFollowerGain(int v) {
    int leader = fleet.sideAhead[v];
    int follower = fleet.sideBehind[v];
    double followerGap = fleet.sideBehindGap[v];
    if (follower < 0 || follower >= fleet.vehicles) {
      return 0.0;
    }
    double before = leader < 0
        ? 0.0
        : pressure(
            follower,
            leader,
            followerGap + fleet.len[v] + fleet.sideAheadGap[v],
            fleet.speed[follower]);
    return before - pressure(follower, v, followerGap, fleet.speed[follower]);
  }

  /** What the old follower wins: it follows v's old leader instead of v. */
  private double oldFollowerGain(int v) {
    int old = fleet.behind[v];
    if (old < 0 || old >= fleet.vehicles) {
      return 0.0;
    }
    int ahead = fleet.ahead[v];
    double now = pressure(old, v, fleet.pos[v] - fleet.len[v] - fleet.pos[old], fleet.speed[old]);
    double then = ahead < 0
        ? 0.0
        : pressure(
            old, ahead, fleet.pos[ahead] - fleet.len[ahead] - fleet.pos[old], fleet.speed[old]);
    return now - then;
  }
}
