package io.camber.sim.traffic;

import io.camber.sim.traffic.network.LaneNetwork;

/** Where the bodies of vehicles are. */
final class Bodies {
  private static final double SIDEWAYS_MPS_MIN = 1.0;

  private Bodies() {}

  static void pose(Fleet fleet, int v, double aheadS, double[] out) {
    double way = Movement.way(fleet.speed[v], fleet.acc[v], aheadS);
    double front = fleet.pos[v] + way;
    int lane = fleet.lane[v];
    place(fleet, v, lane, front, out);
    double frontX = out[0];
    double frontY = out[1];
    double frontZ = out[2];
    double side = side(fleet, v, aheadS);
    place(fleet, v, lane, front - fleet.len[v], out);
    double yaw = StrictMath.atan2(frontY - out[1], frontX - out[0]);
    double sideways = sideways(fleet, v, aheadS);
    out[0] = 0.5 * (frontX + out[0]) - side * StrictMath.sin(yaw);
    out[1] = 0.5 * (frontY + out[1]) + side * StrictMath.cos(yaw);
    out[2] = 0.5 * (frontZ + out[2]);
    out[3] = yaw + StrictMath.atan2(sideways, Math.max(SIDEWAYS_MPS_MIN, fleet.speed[v]));
  }

  /** A point of the way of v: before its lane begins it is on the lane it came from, beyond the end on the one it will take. */
  private static void place(Fleet fleet, int v, int lane, double s, double[] out) {
    LaneNetwork network = fleet.network;
    int from = fleet.cameFrom[v];
    if (s < 0.0 && from >= 0) {
      double before = network.lengthM(from) + s;
      int earlier = fleet.cameBefore[v];
      if (before < 0.0 && earlier >= 0) {
        network.poseAt(earlier, network.lengthM(earlier) + before, out);
      } else {
        network.poseAt(from, before, out);
      }
    } else if (s > network.lengthM(lane)) {
      int next = fleet.choose(v, lane, fleet.turns[v]);
      if (next < 0) {
        network.poseAt(lane, s, out);
      } else {
        network.poseAt(next, s - network.lengthM(lane), out);
      }
    } else {
      network.poseAt(lane, s, out);
    }
  }

  /** Offset from the lane's middle, left positive: a smooth change of lanes, and the driver's habit. */
  private static double side(Fleet fleet, int v, double aheadS) {
    if (fleet.latFrom[v] == 0.0) {
      return fleet.wander[v];
    }
    double x = Math.min(
        1.0,
        (fleet.latTime[v] + aheadS * LaneChanges.rate(fleet.speed[v])) / LaneChanges.DURATION_S);
    double done = x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
    return fleet.latFrom[v] * (1.0 - done) + fleet.wander[v];
  }

  private static double sideways(Fleet fleet, int v, double aheadS) {
    if (fleet.latFrom[v] == 0.0) {
      return 0.0;
    }
    double x = Math.min(
        1.0,
        (fleet.latTime[v] + aheadS * LaneChanges.rate(fleet.speed[v])) / LaneChanges.DURATION_S);
    double rate = 30.0 * x * x * (1.0 - x) * (1.0 - x) / LaneChanges.DURATION_S;
    return -fleet.latFrom[v] * rate * LaneChanges.rate(fleet.speed[v]);
  }
}
