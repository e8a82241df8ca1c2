package io.camber.sim.traffic;

import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Puts vehicles on the road: at first anywhere, later at the open ends of the map, or anywhere when it has none. Never into gaps where
 * somebody would have to brake hard, and never where {@link Traffic#keepClear} forbids it.
 */
final class Spawner {
  private static final int TRIES_AT_START = 200;
  private static final int TRIES_A_STEP = 4;
  private static final double ROOM_M = 8.0;
  private static final double GENTLE_MPS2 = 1.0;

  private final Fleet fleet;
  private final LaneNetwork network;
  private final Ways ways;
  private final Dice dice;
  private final Driver[] drivers;
  private final int[] anywhere;
  private final double[] until;
  private final int[] entries;
  private final double[] pose = new double[6];
  private double clearX;
  private double clearY;
  private double clearM;
  private int active;

  Spawner(Fleet fleet, Ways ways, TrafficConfig config) {
    this.fleet = fleet;
    this.network = fleet.network;
    this.ways = ways;
    this.dice = new Dice(Dice.mix(config.seed(), 1));
    Dice birth = new Dice(Dice.mix(config.seed(), 2));
    drivers = new Driver[fleet.vehicles];
    Arrays.setAll(drivers, v -> config.population().draw(birth));
    anywhere = IntStream.range(0, network.lanes())
        .filter(lane -> !network.isControlled(lane) && !network.inJunction(lane))
        .filter(lane -> network.lengthM(lane) > 2.0 * ROOM_M && !network.isReserved(lane))
        .toArray();
    until = new double[anywhere.length];
    double sum = 0.0;
    for (int i = 0; i < anywhere.length; i++) {
      sum += network.lengthM(anywhere[i]);
      until[i] = sum;
    }
    entries = Arrays.stream(anywhere).filter(network::isEntry).toArray();
  }

  void keepClear(double x, double y, double radiusM) {
    clearX = x;
    clearY = y;
    clearM = radiusM;
  }

  /** As many vehicles as find room. */
  void fill() {
    for (int number = 0; number < fleet.vehicles && anywhere.length > 0; number++) {
      int v = fleet.slot[number];
      for (int i = 0; i < TRIES_AT_START && fleet.lane[v] < 0; i++) {
        tryAnywhere(v);
      }
    }
  }

  /** Brings back those who have left. */
  void refill() {
    if (active == fleet.vehicles || anywhere.length == 0) {
      return;
    }
    int tries = 0;
    for (int number = 0; number < fleet.vehicles && tries < TRIES_A_STEP; number++) {
      int v = fleet.slot[number];
      if (fleet.lane[v] < 0) {
        tries++;
        if (entries.length > 0) {
          tryEntry(v);
        } else {
          tryAnywhere(v);
        }
      }
    }
  }

  void retired() {
    active--;
  }

  int active() {
    return active;
  }

  private void tryEntry(int v) {
    int lane = entries[dice.below(entries.length)];
    Driver driver = drivers[fleet.number[v]];
    double s = driver.vehicle().lengthM() + 0.1;
    if (s < network.lengthM(lane)) {
      tryPlace(v, driver, lane, s, 0.9);
    }
  }

  private void tryAnywhere(int v) {
    double drawn = dice.uniform() * until[until.length - 1];
    int i = Arrays.binarySearch(until, drawn);
    int lane = anywhere[Math.min(until.length - 1, i < 0 ? -i - 1 : i)];
    Driver driver = drivers[fleet.number[v]];
    double length = driver.vehicle().lengthM();
    double s = length + dice.uniform() * (network.lengthM(lane) - length - ROOM_M);
    if (s > length) {
      tryPlace(v, driver, lane, s, 0.5);
    }
  }

  private void tryPlace(int v, Driver driver, int lane, double s, double share) {
    network.poseAt(lane, s, pose);
    double dx = pose[0] - clearX;
    double dy = pose[1] - clearY;
    double length = driver.vehicle().lengthM();
    if (isNarrow(length, lane, s) || dx * dx + dy * dy < clearM * clearM) {
      return;
    }
    double ahead = roomAhead(length, lane, s);
    if (ahead < ROOM_M) {
      return;
    }
    double speed = share * driver.speedFactor() * network.capMps(lane, s);
    place(v, driver, lane, s, calm(driver, speed, lane, s, ahead));
  }

  /** Puts v on the lane unless it is on the road or there is no room; no faster than the room allows. */
  boolean offer(int v, int lane, double s, double speedMps) {
    Driver driver = drivers[fleet.number[v]];
    double length = driver.vehicle().lengthM();
    if (fleet.lane[v] >= 0
        || s <= length
        || s > network.lengthM(lane) - ROOM_M
        || isNarrow(length, lane, s)) {
      return false;
    }
    double ahead = roomAhead(length, lane, s);
    if (ahead < ROOM_M) {
      return false;
    }
    place(v, driver, lane, s, calm(driver, speedMps, lane, s, ahead));
    return true;
  }

  private boolean isNarrow(double lengthM, int lane, double s) {
    return network.widthAt(lane, s) < LaneNetwork.NARROW_M
        || network.widthAt(lane, s - lengthM) < LaneNetwork.NARROW_M;
  }

  /** As fast as the vehicle goes at most, slow enough for a line at the end of the lane and for what is ahead. */
  private double calm(Driver driver, double speedMps, int lane, double s, double ahead) {
    double wanted = Math.min(driver.topMps(), speedMps);
    double stopping = Math.sqrt(2.0 * GENTLE_MPS2 * (network.lengthM(lane) - s));
    return Math.min(Math.min(wanted, stopping), 0.4 * ahead);
  }

  /** Free way ahead of a vehicle that is put there; 0 when it would be in somebody's way. */
  private double roomAhead(double lengthM, int lane, double s) {
    int leader = fleet.last[lane];
    int follower = Fleet.NONE;
    while (leader >= 0 && fleet.pos[leader] < s) {
      follower = leader;
      leader = fleet.ahead[leader];
    }
    double ahead =
        leader < 0 ? network.lengthM(lane) - s + ROOM_M : fleet.pos[leader] - fleet.len[leader] - s;
    double behind = follower < 0
        ? Double.POSITIVE_INFINITY
        : s - lengthM - fleet.pos[follower] - 2.0 * fleet.speed[follower];
    for (int i = 0; follower < 0 && i < network.previousCount(lane); i++) {
      int before = network.previous(lane, i);
      int first = fleet.first[before];
      if (first >= 0) {
        behind = Math.min(
            behind,
            s + network.lengthM(before) - fleet.pos[first] - lengthM - 2.0 * fleet.speed[first]);
      }
    }
    return behind < ROOM_M ? 0.0 : ahead;
  }

  /** Puts v on a lane without looking. */
  void place(int v, Driver driver, int lane, double s, double speedMps) {
    fleet.setDriver(v, driver);
    put(v, lane, s, speedMps);
  }

  /** Puts v, who has a driver, on a lane without looking. */
  void put(int v, int lane, double s, double speedMps) {
    fleet.pos[v] = s;
    fleet.speed[v] = speedMps;
    fleet.acc[v] = 0.0;
    fleet.odo[v] = 0.0;
    fleet.turns[v] = 0;
    fleet.choices[v] = dice.bits();
    fleet.cameBefore[v] = Fleet.NONE;
    fleet.cameFrom[v] = network.previousCount(lane) == 1 ? network.previous(lane, 0) : Fleet.NONE;
    fleet.latFrom[v] = 0.0;
    fleet.cooldown[v] = 0;
    fleet.wait[v] = 0;
    fleet.stood[v] = 0;
    fleet.generation[fleet.number[v]]++;
    fleet.insert(v, lane);
    ways.findLine(v);
    active++;
  }
}
