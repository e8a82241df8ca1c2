package io.camber.sim.traffic;

import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Idm;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All vehicles as a struct of arrays. A node is something that occupies a lane:
 *
 * <pre>
 *   0 .. n-1        the vehicle of slot v where it drives
 *   n .. 2n-1       ghost of vehicle v - n: what it still takes of the lane it is leaving
 *   2n .. 2n+m-1    a foreign body on a lane: somebody that traffic does not move
 * </pre>
 *
 * Slots 0 to n-1 are given anew once in a while ({@link Renumbering}); a vehicle's number stays. Stations are those of the front
 * bumper. Owned by {@link Traffic}; within a step, who may write what is said there.
 */
final class Fleet {
  static final int NONE = -1;

  /** A driver's record and the reference to it. */
  private static final int DRIVER_BYTES = 104;

  final LaneNetwork network;
  final int vehicles;
  final int nodes;

  // nodes on lanes
  int[] lane;
  double[] pos;
  double[] speed;
  double[] len;
  int[] ahead;
  int[] behind;
  final int[] first;
  final int[] last;

  /** Whose slot it is: the number by which others know the vehicle; and which slot a number has. */
  int[] number;

  final int[] slot;

  // vehicles
  double[] acc;
  double[] odo;
  byte[] events;
  final int[] lead;
  int[] beforeLine;
  int[] cameFrom;
  int[] cameBefore;
  int[] turns;
  long[] choices;
  double[] lineOdo;
  int[] lineLane;
  double[] lineCap;
  int[] wait;
  byte[] stood;
  double[] latFrom;
  double[] latTime;
  int[] cooldown;

  // by number, not by slot
  final int[] generation;
  final Vehicle[] kind;

  // what a driver sees and thinks while it decides
  final double[] gap;
  final double[] interaction;
  final double[] limit;
  final int[] sideAhead;
  final int[] sideBehind;
  final double[] sideAheadGap;
  final double[] sideBehindGap;

  // drivers
  double[] factor;
  double[] top;
  double[] accel;
  double[] decel;
  double[] standstill;
  double[] timeGap;
  double[] brakingTerm;
  double[] politeness;
  double[] threshold;
  double[] safety;
  double[] wander;
  double[] width;

  Fleet(LaneNetwork network, int vehicles, int foreign) {
    this.network = network;
    this.vehicles = vehicles;
    this.nodes = 2 * vehicles + foreign;
    lane = filled(nodes);
    pos = new double[nodes];
    speed = new double[nodes];
    len = new double[nodes];
    ahead = filled(nodes);
    behind = filled(nodes);
    number = IntStream.range(0, vehicles).toArray();
    slot = number.clone();
    first = filled(network.lanes());
    last = filled(network.lanes());
    acc = new double[vehicles];
    odo = new double[vehicles];
    events = new byte[vehicles];
    lead = filled(vehicles);
    beforeLine = filled(vehicles);
    cameFrom = filled(vehicles);
    cameBefore = filled(vehicles);
    turns = new int[vehicles];
    choices = new long[vehicles];
    lineOdo = new double[vehicles];
    lineLane = filled(vehicles);
    lineCap = new double[vehicles];
    wait = new int[vehicles];
    stood = new byte[vehicles];
    generation = new int[vehicles];
    latFrom = new double[vehicles];
    latTime = new double[vehicles];
    cooldown = new int[vehicles];
    kind = new Vehicle[vehicles];
    Arrays.fill(kind, Vehicle.CAR);
    gap = new double[vehicles];
    interaction = new double[vehicles];
    limit = new double[vehicles];
    sideAhead = filled(vehicles);
    sideBehind = filled(vehicles);
    sideAheadGap = new double[vehicles];
    sideBehindGap = new double[vehicles];
    factor = new double[vehicles];
    top = new double[vehicles];
    accel = new double[vehicles];
    decel = new double[vehicles];
    standstill = new double[vehicles];
    timeGap = new double[vehicles];
    brakingTerm = new double[vehicles];
    politeness = new double[vehicles];
    threshold = new double[vehicles];
    safety = new double[vehicles];
    wander = new double[vehicles];
    width = new double[vehicles];
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /** Bytes of all arrays that grow with the number of vehicles. */
  static long bytesPerVehicle() {
    int node = 4 + 8 + 8 + 8 + 4 + 4;
    int vehicle = 4 + 4 + 8 + 8 + 1 + 4 + 4 + 4 + 4 + 4 + 4 + 8 + 8 + 4 + 8 + 4 + 1 + 8 + 8 + 4 + 8;
    int thought = 8 + 8 + 8 + 4 + 4 + 8 + 8;
    int driver = 12 * 8 + DRIVER_BYTES;
    return 2L * node
        + vehicle
        + thought
        + driver
        + RightOfWay.bytesPerVehicle()
        + Renumbering.bytesPerVehicle();
  }

  void setDriver(int v, Driver driver) {
    Vehicle vehicle = driver.vehicle();
    kind[number[v]] = vehicle;
    len[v] = vehicle.lengthM();
    len[v + vehicles] = vehicle.lengthM();
    width[v] = vehicle.widthM();
    factor[v] = driver.speedFactor();
    top[v] = driver.topMps();
    accel[v] = driver.accelMps2();
    decel[v] = driver.decelMps2();
    standstill[v] = driver.standstillM();
    timeGap[v] = driver.timeGapS();
    brakingTerm[v] = Idm.brakingTerm(driver.accelMps2(), driver.decelMps2());
    politeness[v] = driver.politeness();
    threshold[v] = driver.thresholdMps2();
    safety[v] = driver.safetyS();
    wander[v] = driver.wanderM();
  }

  /** Vehicle v is so long and wide, whatever is usual for its kind. */
  void setSize(int v, double lengthM, double widthM) {
    len[v] = lengthM;
    len[v + vehicles] = lengthM;
    width[v] = widthM;
  }

  /** Takes everybody to the slot that was planned; what drivers see and think is forgotten. */
  void move(Renumbering slots) {
    lane = slots.moved(lane);
    pos = slots.moved(pos);
    speed = slots.moved(speed);
    len = slots.moved(len);
    ahead = slots.movedNodes(ahead);
    behind = slots.movedNodes(behind);
    slots.rename(first);
    slots.rename(last);
    number = slots.moved(number);
    acc = slots.moved(acc);
    odo = slots.moved(odo);
    events = slots.moved(events);
    beforeLine = slots.moved(beforeLine);
    cameFrom = slots.moved(cameFrom);
    cameBefore = slots.moved(cameBefore);
    turns = slots.moved(turns);
    choices = slots.moved(choices);
    lineOdo = slots.moved(lineOdo);
    lineLane = slots.moved(lineLane);
    lineCap = slots.moved(lineCap);
    wait = slots.moved(wait);
    stood = slots.moved(stood);
    latFrom = slots.moved(latFrom);
    latTime = slots.moved(latTime);
    cooldown = slots.moved(cooldown);
    for (int v = 0; v < vehicles; v++) {
      slot[number[v]] = v;
    }
    moveDrivers(slots);
  }

  private void moveDrivers(Renumbering slots) {
    factor = slots.moved(factor);
    top = slots.moved(top);
    accel = slots.moved(accel);
    decel = slots.moved(decel);
    standstill = slots.moved(standstill);
    timeGap = slots.moved(timeGap);
    brakingTerm = slots.moved(brakingTerm);
    politeness = slots.moved(politeness);
    threshold = slots.moved(threshold);
    safety = slots.moved(safety);
    wander = slots.moved(wander);
    width = slots.moved(width);
  }

  boolean isVehicle(int node) {
    return node < vehicles;
  }

  boolean isForeign(int node) {
    return node >= 2 * vehicles;
  }

  /** The vehicle of a vehicle or ghost node. */
  int vehicleOf(int node) {
    return node < vehicles ? node : node - vehicles;
  }

  boolean isActive(int v) {
    return lane[v] >= 0;
  }

  /** The vehicle is between two lanes. */
  boolean isChanging(int v) {
    return lane[v + vehicles] >= 0;
  }

  // --- order on a lane

  /** Puts a node on a lane where its station says; behind whoever stands at the same station. */
  void insert(int node, int onLane) {
    lane[node] = onLane;
    int follower = NONE;
    int leader = last[onLane];
    while (leader >= 0 && pos[leader] < pos[node]) {
      follower = leader;
      leader = ahead[leader];
    }
    ahead[node] = leader;
    behind[node] = follower;
    if (leader >= 0) {
      behind[leader] = node;
    } else {
      first[onLane] = node;
    }
    if (follower >= 0) {
      ahead[follower] = node;
    } else {
      last[onLane] = node;
    }
  }

  void remove(int node) {
    int onLane = lane[node];
    int leader = ahead[node];
    int follower = behind[node];
    if (leader >= 0) {
      behind[leader] = follower;
    } else {
      first[onLane] = follower;
    }
    if (follower >= 0) {
      ahead[follower] = leader;
    } else {
      last[onLane] = leader;
    }
    lane[node] = NONE;
    ahead[node] = NONE;
    behind[node] = NONE;
  }

  // --- ways

  /** The lane that vehicle v takes after {@code from} when it has made {@code made} choices; -1 at an open end. */
  int choose(int v, int from, int made) {
    int count = network.nextCount(from);
    if (count <= 1) {
      return count == 0 ? NONE : network.next(from, 0);
    }
    return network.next(from, choice(choices[v], made, count));
  }

  private static int choice(long seed, int made, int count) {
    long z = (seed + made) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 29)) * 0x94d049bb133111ebL;
    return (int) (((z >>> 33) * count) >>> 31);
  }
}
