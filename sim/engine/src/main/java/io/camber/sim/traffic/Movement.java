package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.scene.SignalColor;
import io.camber.sim.traffic.network.LaneNetwork;

/**
 * Moves vehicles by the acceleration decided before, constant over the step (ballistic update, Treiber and Kanagaraj 2015), and hands
 * them from lane to lane.
 */
final class Movement {
  /** Bit of an event: the vehicle or its ghost has to change lists. */
  static final byte MOVED = 32;

  /** Bit of an event: the front has crossed a stop line. */
  static final byte CROSSED = 64;

  /** A ghost whose lane ends before the change is over waits so far before that end. */
  private static final double GHOST_REST_M = 0.01;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final RightOfWay rights;
  private final Lights lights;
  private final Ways ways;
  private final double stepS;
  private long redRuns;
  private long linesRun;
  private long arrivals;

  Movement(Fleet fleet, RightOfWay rights, Lights lights, Ways ways, double stepS) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.rights = rights;
    this.lights = lights;
    this.ways = ways;
    this.stepS = stepS;
  }

  /** Vehicles whose front crossed a stop line against a red light. */
  long redRuns() {
    return redRuns;
  }

  /** Vehicles that entered a controlled lane without leave. */
  long linesRun() {
    return linesRun;
  }

  /** Vehicles that left by an open end. */
  long arrivals() {
    return arrivals;
  }

  /** Advances vehicles [from, to); parts may run side by side. */
  void advance(int from, int to) {
    for (int v = from; v < to; v++) {
      if (fleet.lane[v] >= 0) {
        advance(v);
      }
    }
  }

  private void advance(int v) {
    double speed = fleet.speed[v];
    double a = fleet.acc[v];
    double way = way(speed, a, stepS);
    double after = Math.max(0.0, speed + a * stepS);
    fleet.speed[v] = after;
    double toLine = toLine(v);
    fleet.odo[v] += way;
    fleet.pos[v] += way;
    byte events = fleet.pos[v] >= network.lengthM(fleet.lane[v]) ? MOVED : 0;
    if (toLine > 0.0 && toLine(v) <= 0.0) {
      events |= CROSSED;
    }
    if (fleet.cooldown[v] > 0) {
      fleet.cooldown[v]--;
    }
    int ghost = v + fleet.vehicles;
    if (fleet.latFrom[v] != 0.0) {
      fleet.latTime[v] += stepS * LaneChanges.rate(speed);
      if (fleet.latTime[v] >= LaneChanges.DURATION_S) {
        fleet.latFrom[v] = 0.0;
      }
    }
    if (fleet.lane[ghost] >= 0) {
      double end = network.lengthM(fleet.lane[ghost]) - GHOST_REST_M;
      fleet.pos[ghost] = Math.min(fleet.pos[ghost] + way, end);
      fleet.speed[ghost] = after;
      if (isOver(v)) {
        events |= MOVED;
      }
    }
    if (rights.laneOf(ghost) >= 0 && rights.isClear(v)) {
      events |= MOVED;
    }
    fleet.events[v] = events;
  }

  /** Distance to the stop line ahead; infinite without one. */
  private double toLine(int v) {
    int lane = fleet.lineLane[v];
    return lane < 0
        ? Double.POSITIVE_INFINITY
        : fleet.lineOdo[v] - fleet.odo[v] - network.stopBackM(lane);
  }

  /** Way of {@code timeS} seconds at constant acceleration that does not go backwards. */
  static double way(double speed, double accel, double timeS) {
    if (speed + accel * timeS >= 0.0) {
      return Math.max(0.0, (speed + 0.5 * accel * timeS) * timeS);
    }
    return speed * speed / (-2.0 * accel);
  }

  /** Brings lists up to date, in order of slots. */
  void handOver() {
    for (int v = 0; v < fleet.vehicles; v++) {
      if ((fleet.events[v] & CROSSED) != 0) {
        judge(fleet.lineLane[v]);
      }
      if ((fleet.events[v] & MOVED) != 0 && fleet.lane[v] >= 0) {
        handOver(v);
      }
    }
  }

  /** Brings a vehicle that was put somewhere onto the lane it is on, with the leave that a body there has anyway. */
  void settle(int v) {
    if (network.isControlled(fleet.lane[v])) {
      rights.enter(v, fleet.lane[v]);
    }
    handOver(v);
  }

  private void handOver(int v) {
    int ghost = v + fleet.vehicles;
    if (fleet.lane[ghost] >= 0 && isOver(v)) {
      fleet.remove(ghost);
    }
    while (fleet.lane[v] >= 0 && fleet.pos[v] >= network.lengthM(fleet.lane[v])) {
      cross(v);
    }
    if (fleet.lane[v] >= 0 && rights.isClear(v)) {
      rights.release(ghost);
    }
  }

  /** Whether the body of v has left the lane it changes from, however far along that lane it is. */
  private boolean isOver(int v) {
    return fleet.latFrom[v] == 0.0
        || fleet.latTime[v] >= LaneChanges.GHOST_SHARE * LaneChanges.DURATION_S;
  }

  private void cross(int v) {
    int from = fleet.lane[v];
    int to = fleet.choose(v, from, fleet.turns[v]);
    if (network.nextCount(from) > 1) {
      fleet.turns[v]++;
    }
    if (rights.laneOf(v + fleet.vehicles) == from) {
      rights.leave(v);
    }
    if (to < 0) {
      arrivals++;
      retire(v);
      return;
    }
    fleet.remove(v);
    fleet.pos[v] -= network.lengthM(from);
    fleet.cameBefore[v] = fleet.cameFrom[v];
    fleet.cameFrom[v] = from;
    fleet.insert(v, to);
    if (network.isControlled(to)) {
      linesRun += rights.enter(v, to) ? 0 : 1;
    }
    if (!network.isControlled(to) && rights.laneOf(v) >= 0) {
      return;
    }
    ways.findLine(v);
  }

  private void judge(int lane) {
    if (network.lightCount(lane) > 0) {
      SignalColor color = lights.of(lane);
      redRuns += color == SignalColor.RED || color == SignalColor.RED_YELLOW ? 1 : 0;
    }
  }

  /** Takes a vehicle off the road. */
  void retire(int v) {
    int ghost = v + fleet.vehicles;
    rights.release(v);
    rights.release(ghost);
    if (fleet.lane[ghost] >= 0) {
      fleet.remove(ghost);
    }
    fleet.remove(v);
    fleet.events[v] = 0;
    fleet.lineLane[v] = NONE;
    fleet.latFrom[v] = 0.0;
    fleet.wait[v] = 0;
    fleet.stood[v] = 0;
  }
}
