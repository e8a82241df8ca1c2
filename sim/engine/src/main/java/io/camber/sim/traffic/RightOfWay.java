package io.camber.sim.traffic;

import static io.camber.sim.traffic.Fleet.NONE;

import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/**
 * Who may enter which controlled lane. A vehicle is given leave before its line and keeps it until its rear has left the lane.
 * Leaves are numbered in the order in which they were given; on shared ground the higher number waits for the lower one, which is
 * what keeps crossing traffic apart: whether a leave is given is a matter of law and caution ({@link LeaveRules}), never of safety.
 *
 * <p>A vehicle holds at most two leaves: hold v for the lane ahead, hold v + n for the lane it is on or has not yet cleared with its
 * rear. Foreign bodies hold the lanes they are on, before everybody.
 */
final class RightOfWay {
  private final Fleet fleet;
  private final LaneNetwork network;
  private int[] lane;
  private int[] next;
  private int[] previous;
  private final int[] first;
  private long[] turn;
  private double[] start;
  private int[] exit;
  private final double[] reserved;
  private long given;

  RightOfWay(Fleet fleet) {
    this.fleet = fleet;
    this.network = fleet.network;
    lane = filled(fleet.nodes);
    next = filled(fleet.nodes);
    previous = filled(fleet.nodes);
    exit = filled(fleet.nodes);
    turn = new long[fleet.nodes];
    start = new double[fleet.nodes];
    first = filled(network.lanes());
    reserved = new double[network.lanes()];
  }

  static long bytesPerVehicle() {
    return 2L * (4 * 4 + 8 + 8) + LeaveRules.bytesPerVehicle();
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /** Takes all holds to the slots that were planned for their vehicles. */
  void move(Renumbering slots) {
    lane = slots.moved(lane);
    next = slots.movedNodes(next);
    previous = slots.movedNodes(previous);
    slots.rename(first);
    turn = slots.moved(turn);
    start = slots.moved(start);
    exit = slots.moved(exit);
  }

  /** The lane that a hold is for; -1 when it holds nothing. */
  int laneOf(int hold) {
    return lane[hold];
  }

  /** Any hold on a lane; -1 when nobody has leave. */
  int first(int onLane) {
    return first[onLane];
  }

  int next(int hold) {
    return next[hold];
  }

  long turn(int hold) {
    return turn[hold];
  }

  /** The vehicle, or the foreign node, behind a hold. */
  int bodyOf(int hold) {
    return fleet.isForeign(hold) ? hold : fleet.vehicleOf(hold);
  }

  /** Station of the holder's front on the lane: negative before its start, beyond its length when only the rear is still on it. */
  double station(int hold) {
    if (hold < fleet.vehicles) {
      return fleet.odo[hold] - fleet.lineOdo[hold];
    }
    return fleet.isForeign(hold) ? start[hold] : fleet.odo[hold - fleet.vehicles] - start[hold];
  }

  double speed(int hold) {
    return fleet.speed[bodyOf(hold)];
  }

  double lengthM(int hold) {
    return fleet.len[bodyOf(hold)];
  }

  /** Metres at the beginning of a lane that vehicles with leave will need. */
  double reservedM(int onLane) {
    return reserved[onLane];
  }

  /** Gives v leave to enter its next controlled lane on its way to {@code exitLane}. */
  void give(int v, int exitLane) {
    given++;
    turn[v] = given;
    link(v, fleet.lineLane[v]);
    reserve(v, exitLane);
  }

  /** A foreign body stands on a controlled lane: everybody waits for it. */
  void occupy(int foreign, int onLane, double station) {
    turn[foreign] = 0;
    start[foreign] = station;
    link(foreign, onLane);
  }

  private void reserve(int v, int exitLane) {
    exit[v] = exitLane;
    if (exitLane >= 0) {
      reserved[exitLane] += need(v);
    }
  }

  private double need(int v) {
    return fleet.len[v] + fleet.standstill[v];
  }

  private void free(int hold) {
    int e = exit[hold];
    if (e >= 0) {
      reserved[e] -= need(fleet.vehicleOf(hold));
      exit[hold] = NONE;
    }
  }

  void release(int hold) {
    if (lane[hold] >= 0) {
      if (!fleet.isForeign(hold)) {
        free(hold);
      }
      unlink(hold);
    }
  }

  /** The front of v has entered the controlled lane. False when it had no leave. */
  boolean enter(int v, int onLane) {
    int hold = v + fleet.vehicles;
    release(hold);
    boolean allowed = lane[v] == onLane;
    int exitLane = exit[v];
    if (lane[v] >= 0) {
      unlink(v);
      exit[v] = NONE;
    }
    if (allowed) {
      turn[hold] = turn[v];
      exit[hold] = exitLane;
    } else {
      given++;
      turn[hold] = given;
    }
    start[hold] = fleet.odo[v] - fleet.pos[v];
    link(hold, onLane);
    return allowed;
  }

  /** The front of v has left its controlled lane; from now on the exit sees it. */
  void leave(int v) {
    free(v + fleet.vehicles);
  }

  /** True when the rear of v has left the lane it holds. */
  boolean isClear(int v) {
    int hold = v + fleet.vehicles;
    return lane[hold] >= 0
        && fleet.odo[v] - start[hold] - fleet.len[v] > network.lengthM(lane[hold]);
  }

  private void link(int hold, int onLane) {
    lane[hold] = onLane;
    next[hold] = first[onLane];
    previous[hold] = NONE;
    if (first[onLane] >= 0) {
      previous[first[onLane]] = hold;
    }
    first[onLane] = hold;
  }

  private void unlink(int hold) {
    if (previous[hold] >= 0) {
      next[previous[hold]] = next[hold];
    } else {
      first[lane[hold]] = next[hold];
    }
    if (next[hold] >= 0) {
      previous[next[hold]] = previous[hold];
    }
    lane[hold] = NONE;
    next[hold] = NONE;
    previous[hold] = NONE;
  }
}
