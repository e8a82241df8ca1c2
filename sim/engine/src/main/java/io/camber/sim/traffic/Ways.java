package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.sim.traffic.network.LaneNetwork;

/** Where vehicles' ways lead: the next lane that needs leave, and what lies behind it. */
final class Ways {
  /** Beyond its own lane a vehicle knows its way so far at least. */
  private static final double KNOWN_M = 200.0;

  private static final int LANES_MAX = 64;

  private final Fleet fleet;
  private final LaneNetwork network;

  Ways(Fleet fleet) {
    this.fleet = fleet;
    this.network = fleet.network;
  }

  /** Finds the next line on the way of v, from its lane on. */
  void findLine(int v) {
    int at = fleet.lane[v];
    int made = fleet.turns[v];
    double distance = network.lengthM(at) - fleet.pos[v];
    double end = distance + KNOWN_M;
    fleet.lineLane[v] = NONE;
    fleet.beforeLine[v] = at;
    fleet.lineOdo[v] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < LANES_MAX && distance < end; i++) {
      int next = fleet.choose(v, at, made);
      if (next < 0) {
        return;
      }
      if (network.isControlled(next)) {
        fleet.lineLane[v] = next;
        fleet.lineOdo[v] = fleet.odo[v] + distance;
        fleet.lineCap[v] = network.capMps(next, 0.0);
        fleet.beforeLine[v] = at;
        return;
      }
      if (network.nextCount(at) > 1) {
        made++;
      }
      distance += network.lengthM(next);
      at = next;
    }
  }

  /** The lane that v takes after the one behind its next line; -1 at an open end. */
  int exit(int v) {
    int at = fleet.lane[v];
    int made = fleet.turns[v];
    for (int i = 0; i < LANES_MAX; i++) {
      int next = fleet.choose(v, at, made);
      if (network.nextCount(at) > 1) {
        made++;
      }
      if (at == fleet.lineLane[v] && i > 0) {
        return next;
      }
      if (next < 0) {
        return NONE;
      }
      at = next;
    }
    return NONE;
  }
}
