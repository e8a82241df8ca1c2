package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.sim.traffic.driver.Idm;
import io.camber.sim.traffic.network.LaneNetwork;

/**
 * What each driver does next, decided from a state that nobody changes meanwhile: an acceleration, and wishes for {@link RightOfWay}
 * and {@link LaneChanges}. Writes only what belongs to the vehicle at hand: threads may use it side by side, each for vehicles of its
 * own.
 */
final class Pilot {
  /** The vehicle comes near its line: others count on it. */
  static final byte NEAR = 1;

  /** It wants leave to cross the line. */
  static final byte ASK = 2;

  /** It has leave but the light has changed and it can still stop. */
  static final byte GIVE_UP = 4;

  static final byte CHANGE_LEFT = 8;
  static final byte CHANGE_RIGHT = 16;

  /** Braking for a line, a curve or ground that others have: not before it takes so much. */
  static final double BRAKING_MPS2 = 2.0;

  /** From here on a line is approached like a standing car. */
  private static final double CREEP_M = 15.0;

  /** Drivers stop so far before a line, and keep so little time to it. */
  private static final double LINE_M = 1.0;

  private static final double LINE_GAP_S = 0.3;

  /** Who is so slow stands: any place before the line is good enough to stay. */
  private static final double STANDING_MPS = 0.5;

  /** A yellow light is passed when stopping would take more. */
  static final double YELLOW_MPS2 = 3.5;

  /** A red light is held by whoever can just stop, even when yellow was passed for good. */
  private static final double RED_MPS2 = 6.0;

  /** Time to the foot on the brake. */
  private static final double REACTION_S = 0.2;

  /** Waiting for ground to clear ends with braking when it takes so much, whatever was foreseen. */
  private static final double CERTAIN_MPS2 = 3.5;

  private static final double EMERGENCY_MPS2 = 9.0;

  /** Somebody who brakes for a point brakes by so much of what is needed. */
  private static final double ENOUGH = 1.15;

  private static final double NEAR_S = 8.0;

  /** So near to the line rears beyond it matter. */
  private static final double REAR_M = 40.0;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final RightOfWay rights;
  private final Lights lights;
  private final Motive motive;

  Pilot(Fleet fleet, RightOfWay rights, Lights lights, double stepS) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.rights = rights;
    this.lights = lights;
    this.motive = new Motive(fleet, stepS);
  }

  /** Decides for vehicles [from, to). */
  void decide(int from, int to, long step) {
    for (int v = from; v < to; v++) {
      if (fleet.lane[v] >= 0) {
        decide(v, step);
      }
    }
  }

  private void decide(int v, long step) {
    int lane = fleet.lane[v];
    double s = fleet.pos[v];
    double speed = fleet.speed[v];
    fleet.interaction[v] = 0.0;
    fleet.limit[v] = Double.POSITIVE_INFINITY;
    fleet.events[v] = 0;
    double desired = Math.min(fleet.top[v], fleet.factor[v] * network.capMps(lane, s));
    double free = Idm.free(speed, desired, fleet.accel[v], fleet.decel[v]);
    int leader = leader(v, lane, s, speed);
    fleet.lead[v] = leader;
    if (leader >= 0) {
      follow(v, speed, fleet.gap[v], fleet.speed[leader]);
    }
    int ghost = v + fleet.vehicles;
    if (fleet.lane[ghost] >= 0 && fleet.ahead[ghost] >= 0) {
      int other = fleet.ahead[ghost];
      follow(v, speed, fleet.pos[other] - fleet.len[other] - fleet.pos[ghost], fleet.speed[other]);
    }
    line(v, speed);
    ground(v, v, speed);
    ground(v, ghost, speed);
    double a = Math.min(free - fleet.interaction[v], fleet.limit[v]);
    fleet.acc[v] = Math.max(-EMERGENCY_MPS2, a);
    if (motive.isTime(v, step)) {
      fleet.events[v] |= motive.wish(v, leader, free);
    }
  }

  private void follow(int v, double speed, double clearance, double leaderSpeed) {
    double wanted = Idm.desiredClearance(
        speed, speed - leaderSpeed, fleet.standstill[v], fleet.timeGap[v], fleet.brakingTerm[v]);
    press(v, Idm.interaction(clearance, wanted, fleet.accel[v]));
  }

  /** What others take from the acceleration at least. */
  private void press(int v, double interactionMps2) {
    fleet.interaction[v] = Math.max(fleet.interaction[v], interactionMps2);
  }

  /** Brakes so hard at least. */
  private void brake(int v, double decelMps2) {
    fleet.limit[v] = Math.min(fleet.limit[v], -decelMps2);
  }

  /**
   * Stops before a point {@code distance} ahead of the front. Where it takes more than comfort, the model of following would brake by the
   * square of what is needed over comfort; what is needed, and little more, is enough.
   */
  private void stopBefore(int v, double speed, double distance) {
    double needed = speed * speed / (2.0 * Math.max(0.1, distance - 0.5 * LINE_M));
    if (needed > BRAKING_MPS2) {
      brake(v, needed);
    }
    if (distance < CREEP_M) {
      double wanted =
          Idm.desiredClearance(speed, speed, fleet.standstill[v], LINE_GAP_S, fleet.brakingTerm[v]);
      double clearance = distance + fleet.standstill[v] - LINE_M;
      double enough = fleet.accel[v] + Math.max(fleet.decel[v], ENOUGH * needed);
      press(v, Math.min(enough, Idm.interaction(clearance, wanted, fleet.accel[v])));
    }
  }

  /** The node ahead on the vehicle's way, its distance in {@link Fleet#gap}; -1 when there is none in sight. */
  private int leader(int v, int lane, double s, double speed) {
    int node = fleet.ahead[v];
    if (node >= 0) {
      fleet.gap[v] = fleet.pos[node] - fleet.len[node] - s;
      return node;
    }
    double sight = 30.0 + 6.0 * speed;
    double distance = network.lengthM(lane) - s;
    int leave = rights.laneOf(v);
    int made = fleet.turns[v];
    int at = lane;
    while (distance < sight) {
      int next = fleet.choose(v, at, made);
      if (next < 0) {
        if (network.isDeadEnd(at)) {
          stopBefore(v, speed, distance - network.lengthM(at) + network.usableM(at));
        }
        break;
      }
      if (network.nextCount(at) > 1) {
        made++;
      }
      if (network.isControlled(next) && next != leave) {
        break;
      }
      slowTo(v, speed, fleet.factor[v] * network.capMps(next, 0.0), distance);
      int tail = fleet.last[next];
      if (tail >= 0) {
        fleet.gap[v] = distance + fleet.pos[tail] - fleet.len[tail];
        return tail;
      }
      distance += network.lengthM(next);
      at = next;
    }
    fleet.gap[v] = Double.POSITIVE_INFINITY;
    return NONE;
  }

  private void slowTo(int v, double speed, double target, double distance) {
    if (speed > target) {
      double needed = (speed * speed - target * target) / (2.0 * Math.max(1.0, distance));
      if (needed > 1.0) {
        brake(v, needed);
      }
    }
  }

  private void line(int v, double speed) {
    int lane = fleet.lineLane[v];
    if (lane < 0) {
      return;
    }
    double toLane = fleet.lineOdo[v] - fleet.odo[v];
    double toLine = toLane - network.stopBackM(lane);
    if (toLane < NEAR_S * speed + 20.0) {
      fleet.events[v] |= NEAR;
    }
    slowTo(v, speed, fleet.factor[v] * fleet.lineCap[v], toLane);
    if (rights.laneOf(v) >= 0) {
      boolean lit = network.lightCount(lane) > 0;
      double reaction = REACTION_S * speed;
      double rest = speed < STANDING_MPS ? 0.0 : LINE_M;
      boolean stopsEasily = toLine > rest + reaction + speed * speed / (2.0 * YELLOW_MPS2);
      boolean justStops = toLine > reaction + speed * speed / (2.0 * RED_MPS2);
      boolean yields = stopsEasily && ((lit && lights.isClosed(lane)) || isHeldUp(v, toLane));
      if (yields || (justStops && lit && lights.isRed(lane))) {
        fleet.events[v] |= GIVE_UP;
      }
      return;
    }
    if (toLine < speed * speed / (2.0 * BRAKING_MPS2) + speed + 8.0) {
      fleet.events[v] |= ASK;
    }
    stopBefore(v, speed, toLine);
    if (toLane < REAR_M) {
      rears(v, speed, toLane);
    }
  }

  /** Cars that have just crossed the line, whatever way they go, may reach back over it. */
  private void rears(int v, double speed, double toLane) {
    int lane = fleet.beforeLine[v];
    for (int i = 0; i < network.nextCount(lane); i++) {
      int tail = fleet.last[network.next(lane, i)];
      if (tail >= 0 && fleet.pos[tail] < fleet.len[tail]) {
        follow(v, speed, toLane + fleet.pos[tail] - fleet.len[tail], fleet.speed[tail]);
      }
    }
  }

  /** Somebody without leave has come between the vehicle and its line. */
  private boolean isHeldUp(int v, double toLane) {
    int leader = fleet.lead[v];
    return leader >= 0
        && leader < fleet.vehicles
        && fleet.gap[v] + fleet.len[leader] < toLane
        && rights.laneOf(leader) < 0
        && fleet.lineLane[leader] >= 0;
  }

  /**
   * Falls in behind somebody on another lane. A short clearance is no emergency while it does not shrink: it is widened gently, and
   * harder only as the closing speed demands.
   */
  private void fallIn(int v, double speed, double clearance, double theirSpeed) {
    double before = fleet.interaction[v];
    follow(v, speed, clearance, theirSpeed);
    double closing = Math.max(0.0, speed - theirSpeed);
    double demanded = 1.5 * closing * closing / (2.0 * Math.max(0.2, clearance - 0.5));
    double enough = fleet.accel[v] + Math.max(fleet.decel[v], demanded);
    fleet.interaction[v] = Math.max(before, Math.min(fleet.interaction[v], enough));
  }

  /** Keeps off ground that others were given before: {@code hold} is the leave that is looked at. */
  private void ground(int v, int hold, double speed) {
    int lane = rights.laneOf(hold);
    if (lane < 0) {
      return;
    }
    double station = rights.station(hold);
    long turn = rights.turn(hold);
    int end = network.conflictEnd(lane);
    for (int i = network.conflictStart(lane); i < end; i++) {
      int holder = rights.first(network.conflictOther(i));
      while (holder >= 0) {
        if (rights.turn(holder) < turn && rights.bodyOf(holder) != v) {
          giveWay(v, lane, station, speed, i, holder);
        }
        holder = rights.next(holder);
      }
    }
  }

  private void giveWay(int v, int lane, double station, double speed, int i, int holder) {
    double theirs = rights.station(holder);
    double theirRear = theirs - rights.lengthM(holder);
    double theirSpeed = rights.speed(holder);
    if (station - fleet.len[v] > network.conflictTo(i) || theirRear > network.conflictOtherTo(i)) {
      return;
    }
    switch (network.conflictKind(i)) {
      case DIVERGE -> {
        if (theirs > station) {
          fallIn(v, speed, theirRear - station, theirSpeed);
        }
      }
      case MERGE -> {
        double own = network.lengthM(lane) - station;
        double other = network.lengthM(network.conflictOther(i)) - theirs;
        double clearance = own - other - rights.lengthM(holder);
        if (clearance > 0.5) {
          fallIn(v, speed, clearance, theirSpeed);
        } else {
          keepOff(v, speed, station, i, theirRear, theirSpeed);
        }
      }
      case CROSS -> keepOff(v, speed, station, i, theirRear, theirSpeed);
    }
  }

  /** Stops before shared ground unless the other will have cleared it in time. */
  private void keepOff(
      int v, double speed, double station, int i, double theirRear, double theirSpeed) {
    double distance = network.conflictFrom(i) - station;
    if (distance < -0.5) {
      return; // on it already: the best is to clear it
    }
    double clearS = (network.conflictOtherTo(i) - theirRear) / Math.max(3.0, theirSpeed);
    boolean foreseen = theirSpeed > 1.0 && clearS + 0.5 < distance / Math.max(1.0, speed);
    double needed = speed * speed / (2.0 * Math.max(0.1, distance - 0.5 * LINE_M));
    if (!foreseen || needed > CERTAIN_MPS2) {
      stopBefore(v, speed, distance);
    }
  }
}
