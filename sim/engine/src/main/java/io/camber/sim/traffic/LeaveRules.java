package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.scene.SignalColor;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.network.ConflictKind;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/**
 * Whether a vehicle that asks is given leave: the light, the stop sign, room behind the junction, ground that others have, and those
 * who come with the right of way.
 */
final class LeaveRules {
  private static final byte LIGHT = 1;
  private static final byte LEADER = 2;
  private static final byte EXIT = 3;
  private static final byte GROUND = 4;
  private static final byte PRIORITY = 5;
  private static final byte SIGN = 6;

  private static final double STANDING_MPS = 0.5;

  /** Who waited at a green light so long goes when it turns yellow. */
  private static final double SNEAK_S = 4.0;

  private static final double SNEAK_LATEST_S = 1.0;

  /** Who waited so long takes another turn when the way out stays full. */
  private static final double REROUTE_S = 25.0;

  /** Caution fades over so long a wait. */
  private static final double IMPATIENCE_S = 60.0;

  /** How others are expected to speed up on their way through, m/s². */
  private static final double START_MPS2 = 1.2;

  private static final double EXIT_SIGHT_M = 45.0;

  /** When nobody moves, whoever has waited longest and so long goes first, whatever the right of way. */
  private static final double COURTESY_S = 2.0;

  /**
   * Whoever has stood so long at the head of a queue because others kept coming is let in by those who can brake so gently for it, after
   * so long a reaction.
   */
  private static final double STARVING_S = 40.0;

  private static final double LET_IN_MPS2 = 1.5;

  private static final double LET_IN_S = 1.0;

  /** Who enters a roundabout leaves room for one more, so that it never fills up. */
  private static final double RING_SLACK_M = 8.0;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final RightOfWay rights;
  private final Lights lights;
  private final Ways ways;
  private final double stepS;
  private final int[] nearest;
  private final boolean[] starving;
  private byte[] refused;
  private byte[] refusedBefore;
  private final double[] foreignM;
  private final double[] foreignMps;
  private long now;

  LeaveRules(Fleet fleet, RightOfWay rights, Lights lights, Ways ways, double stepS) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.rights = rights;
    this.lights = lights;
    this.ways = ways;
    this.stepS = stepS;
    nearest = new int[network.lanes()];
    starving = new boolean[network.lanes()];
    refused = new byte[fleet.vehicles];
    refusedBefore = new byte[fleet.vehicles];
    foreignM = new double[network.lanes()];
    foreignMps = new double[network.lanes()];
    Arrays.fill(foreignM, Double.POSITIVE_INFINITY);
  }

  static long bytesPerVehicle() {
    return 2;
  }

  /** Takes what was refused to the slots that were planned. */
  void move(Renumbering slots) {
    refused = slots.moved(refused);
    refusedBefore = slots.moved(refusedBefore);
  }

  /** Forgets which foreign bodies approach. */
  void clearForeign() {
    Arrays.fill(foreignM, Double.POSITIVE_INFINITY);
  }

  /** A foreign body comes towards a controlled lane, {@code distance} before its start. */
  void approach(int lane, double distance, double speedMps) {
    if (distance < foreignM[lane]) {
      foreignM[lane] = distance;
      foreignMps[lane] = speedMps;
    }
  }

  /** Finds who comes first to each lane of those without leave; the first of three parts. */
  void prepare(long step) {
    now = step;
    byte[] swap = refusedBefore;
    refusedBefore = refused;
    refused = swap;
    Arrays.fill(nearest, NONE);
    Arrays.fill(starving, false);
    for (int v = 0; v < fleet.vehicles; v++) {
      if ((fleet.events[v] & Pilot.NEAR) != 0 && fleet.lane[v] >= 0 && rights.laneOf(v) < 0) {
        int lane = fleet.lineLane[v];
        int other = nearest[lane];
        if (other < 0 || distance(v) < distance(other)) {
          nearest[lane] = v;
        }
        starving[lane] |= isStarving(v);
      }
    }
  }

  private boolean isStarving(int v) {
    return fleet.wait[v] * stepS > STARVING_S
        && (refusedBefore[v] == GROUND || refusedBefore[v] == PRIORITY);
  }

  /**
   * Finds who of vehicles [from, to) would be given leave if nobody else were; parts may run side by side. Whoever is refused here
   * would be refused in any order: a leave given takes away, and never makes room.
   */
  void consider(int from, int to) {
    for (int v = from; v < to; v++) {
      refused[v] = asks(v) ? reason(v, fleet.lineLane[v], ways.exit(v)) : 0;
    }
  }

  private boolean asks(int v) {
    return (fleet.events[v] & (Pilot.ASK | Pilot.GIVE_UP)) == Pilot.ASK
        && fleet.lane[v] >= 0
        && rights.laneOf(v) < 0;
  }

  /** Takes back and gives leaves, in order of slots. */
  void settle() {
    for (int v = 0; v < fleet.vehicles; v++) {
      int events = fleet.events[v];
      if ((events & Pilot.GIVE_UP) != 0 && fleet.lane[v] >= 0) {
        rights.release(v);
      } else if (asks(v)) {
        answer(v);
      }
    }
  }

  private double distance(int v) {
    return fleet.lineOdo[v] - fleet.odo[v];
  }

  private void answer(int v) {
    if (refused[v] == 0) {
      int exit = ways.exit(v);
      refused[v] = reason(v, fleet.lineLane[v], exit);
      if (refused[v] == 0) {
        rights.give(v, exit);
        fleet.wait[v] = 0;
        fleet.stood[v] = 0;
        return;
      }
    }
    if (fleet.speed[v] < STANDING_MPS) {
      fleet.wait[v]++;
      boolean stuck = refused[v] == EXIT && fleet.wait[v] * stepS > REROUTE_S;
      if (stuck && network.nextCount(fleet.beforeLine[v]) > 1) {
        fleet.choices[v] = Dice.mix(fleet.choices[v], fleet.wait[v]);
        fleet.wait[v] = 0;
        ways.findLine(v);
      }
    }
  }

  private byte reason(int v, int lane, int exit) {
    int leader = fleet.lead[v];
    if (leader >= 0 && !goesFirst(leader)) {
      return LEADER;
    }
    double toLine = distance(v) - network.stopBackM(lane);
    SignalColor color = network.lightCount(lane) > 0 ? lights.of(lane) : SignalColor.UNKNOWN;
    if (!mayPass(v, lane, color, toLine)) {
      return LIGHT;
    }
    boolean ruled = color == SignalColor.GREEN || color == SignalColor.YELLOW;
    if (!ruled && network.hasStopSign(lane) && !hasStood(v, toLine)) {
      return SIGN;
    }
    if (exit >= 0 && !hasRoom(v, lane, exit)) {
      return EXIT;
    }
    double patience = Math.max(0.0, 1.0 - fleet.wait[v] * stepS / IMPATIENCE_S);
    for (int i = network.conflictStart(lane); i < network.conflictEnd(lane); i++) {
      if (isTaken(v, lane, i)) {
        return GROUND;
      }
      if (isClaimed(v, lane, i, patience) || letsSomebodyIn(v, i)) {
        return PRIORITY;
      }
    }
    return 0;
  }

  /** Whoever is ahead before the line must have leave, or be leaving the lane it is still a ghost on. */
  private boolean goesFirst(int leader) {
    return leader < fleet.vehicles ? rights.laneOf(leader) >= 0 : !fleet.isForeign(leader);
  }

  private boolean mayPass(int v, int lane, SignalColor color, double toLine) {
    double speed = fleet.speed[v];
    return switch (color) {
      case RED, RED_YELLOW -> false;
      case YELLOW ->
        speed * speed / (2.0 * Math.max(0.1, toLine)) > Pilot.YELLOW_MPS2
            || (toLine < 1.5
                && fleet.wait[v] * stepS > SNEAK_S
                && lights.age(lane, now) * stepS < SNEAK_LATEST_S);
      case GREEN, UNKNOWN, OFF -> true;
    };
  }

  private boolean hasStood(int v, double toLine) {
    if (fleet.speed[v] < STANDING_MPS && toLine < 4.0) {
      fleet.stood[v] = 1;
    }
    return fleet.stood[v] != 0;
  }

  /** Room for v behind the junction, besides those who go there already. */
  private boolean hasRoom(int v, int lane, int exit) {
    double need = fleet.len[v] + fleet.standstill[v];
    if (network.isRing(lane) && !network.isRing(fleet.beforeLine[v])) {
      need += RING_SLACK_M;
    }
    double room = 0.0;
    int at = exit;
    while (room < EXIT_SIGHT_M) {
      int tail = fleet.last[at];
      if (tail >= 0) {
        double rear = room + fleet.pos[tail] - fleet.len[tail] + 2.0 * fleet.speed[tail];
        return rear - rights.reservedM(exit) >= need;
      }
      room += network.lengthM(at);
      if (network.nextCount(at) != 1 || network.isControlled(network.next(at, 0))) {
        boolean alone = rights.reservedM(exit) < 0.5;
        return alone || room - rights.reservedM(exit) >= need;
      }
      at = network.next(at, 0);
    }
    return rights.reservedM(exit) < EXIT_SIGHT_M;
  }

  /** Somebody with leave will still be on the shared ground when v gets there. */
  private boolean isTaken(int v, int lane, int i) {
    int other = network.conflictOther(i);
    for (int h = rights.first(other); h >= 0; h = rights.next(h)) {
      if (rights.bodyOf(h) == v) {
        continue;
      }
      double rear = rights.station(h) - rights.lengthM(h);
      if (rear > network.conflictOtherTo(i)) {
        continue;
      }
      ConflictKind kind = network.conflictKind(i);
      if (kind == ConflictKind.DIVERGE) {
        continue; // one of the two is behind the other on the same lane and follows it
      }
      if (kind == ConflictKind.MERGE && isAhead(v, lane, other, h)) {
        continue;
      }
      double clearS = clearS(network.conflictOtherTo(i) - rear, rights.speed(h));
      if (clearS > travelS(v, lane, distance(v) + network.conflictFrom(i))) {
        return true;
      }
    }
    return false;
  }

  /** Time in which a vehicle that may go has gone a distance. */
  private static double clearS(double distance, double speedMps) {
    return (Math.sqrt(speedMps * speedMps + 2.0 * START_MPS2 * distance) - speedMps) / START_MPS2;
  }

  private boolean isAhead(int v, int lane, int other, int hold) {
    double own = network.lengthM(lane) + distance(v);
    double theirs = network.lengthM(other) - rights.station(hold);
    return own - theirs > rights.lengthM(hold) + fleet.standstill[v] + 0.5 * fleet.speed[v];
  }

  /** Somebody without leave yet comes with the right of way and would be in the way. */
  private boolean isClaimed(int v, int lane, int i, double patience) {
    int rank = network.conflictRank(i);
    int other = network.conflictOther(i);
    double clearS = travelS(v, lane, distance(v) + network.conflictTo(i) + fleet.len[v]);
    double margin = fleet.safety[v] * patience;
    if (rank <= 0 && foreignM[other] < Double.POSITIVE_INFINITY) {
      double arriveS =
          (foreignM[other] + network.conflictOtherFrom(i)) / Math.max(1.0, foreignMps[other]);
      if (arriveS < clearS + fleet.safety[v]) {
        return true;
      }
    }
    int near = nearest[other];
    if (rank >= 0 || near < 0 || near == v || isHeld(near, v, other)) {
      return false;
    }
    double way = distance(near) + network.conflictOtherFrom(i);
    boolean comes = travelS(near, other, way) < clearS + margin;
    return comes && !(isStarving(v) && letsIn(near, way));
  }

  /** Whether v, who goes first, waits for somebody who has waited too long. */
  private boolean letsSomebodyIn(int v, int i) {
    return network.conflictRank(i) > 0
        && starving[network.conflictOther(i)]
        && !isStarving(v)
        && letsIn(v, distance(v));
  }

  /** Whether somebody who has the right of way can give it up in comfort, {@code way} before shared ground. */
  private boolean letsIn(int near, double way) {
    double speed = fleet.speed[near];
    return way > LET_IN_S * speed + speed * speed / (2.0 * LET_IN_MPS2);
  }

  /** A vehicle with the right of way that cannot use it now. */
  private boolean isHeld(int near, int v, int other) {
    if (network.lightCount(other) > 0
        && lights.isClosed(other)
        && !mayPass(near, other, lights.of(other), distance(near) - network.stopBackM(other))) {
      return true;
    }
    if (fleet.speed[near] > STANDING_MPS) {
      return false;
    }
    byte before = refusedBefore[near];
    boolean blocked = before == EXIT || before == LEADER || before == SIGN;
    boolean longer =
        fleet.wait[v] > fleet.wait[near] || (fleet.wait[v] == fleet.wait[near] && v < near);
    return blocked || (longer && fleet.wait[v] * stepS > COURTESY_S);
  }

  /** Time to travel a distance from the present speed, accelerating to what the lane allows. */
  private double travelS(int v, int lane, double distance) {
    double speed = fleet.speed[v];
    double allowed = Math.min(fleet.top[v], fleet.factor[v] * network.capMps(lane, 0.0));
    double top = Math.max(speed, allowed);
    double accel = 0.8 * fleet.accel[v];
    double gainS = (top - speed) / accel;
    double gainM = 0.5 * (top + speed) * gainS;
    if (distance <= gainM) {
      return (Math.sqrt(speed * speed + 2.0 * accel * Math.max(0.0, distance)) - speed) / accel;
    }
    return gainS + (distance - gainM) / top;
  }
}
