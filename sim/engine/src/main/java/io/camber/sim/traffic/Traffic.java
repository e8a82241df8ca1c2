package io.camber.sim.traffic;

import io.camber.geometry.Size3;
import io.camber.scene.SignalColor;
import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;

/**
 * Traffic on a lane network at a fixed step. Deterministic for network, configuration, lights and foreign bodies, whatever the crew.
 * Owned by one thread; the crew works for it only within {@link #step}.
 *
 * <p>A step: everybody moves by what was decided (in parallel); lists are brought up to date; everybody decides from what is now
 * (in parallel); rights of way and lane changes are settled. A step allocates nothing.
 */
public final class Traffic {
  /** Nobody looks further back for those who come. */
  private static final double SIGHT_M = 100.0;

  private static final int SIGHT_LANES = 4;

  /** So long vehicles keep their slots. */
  private static final double SLOT_S = 10.0;

  private final LaneNetwork network;
  private final TrafficConfig config;
  private final Crew crew;
  private final Fleet fleet;
  private final Lights lights;
  private final RightOfWay rights;
  private final LeaveRules leave;
  private final LaneChanges changes;
  private final Movement movement;
  private final Spawner spawner;
  private final Pilot pilot;
  private final Renumbering slots;
  private final int stepsASlot;
  private final Crew.Work moving = this::move;
  private final Crew.Work deciding = this::decide;
  private final Crew.Work asking = this::ask;
  private long steps;
  private boolean respawns;
  private int foreign;

  /** Traffic with as many vehicles as find room. */
  public static Traffic filled(LaneNetwork network, TrafficConfig config, Crew crew) {
    Traffic traffic = new Traffic(network, config, crew);
    traffic.fill();
    return traffic;
  }

  /** Traffic without vehicles, for those who {@link #place} or {@link #fill} them; unless filled, nobody is added. */
  public static Traffic empty(LaneNetwork network, TrafficConfig config, Crew crew) {
    Traffic traffic = new Traffic(network, config, crew);
    return traffic;
  }

  private Traffic(LaneNetwork network, TrafficConfig config, Crew crew) {
    this.network = network;
    this.config = config;
    this.crew = crew;
    fleet = new Fleet(network, config.vehicles(), config.foreign());
    lights = new Lights(network);
    rights = new RightOfWay(fleet);
    Ways ways = new Ways(fleet);
    leave = new LeaveRules(fleet, rights, lights, ways, config.stepS());
    changes = new LaneChanges(fleet, rights, ways, config.stepS());
    movement = new Movement(fleet, rights, lights, ways, config.stepS());
    spawner = new Spawner(fleet, ways, config);
    slots = new Renumbering(fleet, crew);
    stepsASlot = (int) Math.max(1.0, Math.rint(SLOT_S / config.stepS()));
    pilot = new Pilot(fleet, rights, lights, config.stepS());
  }

  /** Puts a vehicle, which must not be on the road, at a station of a lane; it decides in the next {@link #think}. */
  public void place(int number, Driver driver, int lane, double s, double speedMps) {
    spawner.place(fleet.slot[number], driver, lane, s, speedMps);
  }

  /**
   * Puts a vehicle, which must not be on the road, where somebody drives already, with a body of another size than is usual; nobody looks
   * whether there is room. It decides in the next {@link #think}.
   *
   * @param front of the body; beyond the lane's end it is on the next lane
   * @param asideM how far it is left of the lane's middle
   */
  public void join(
      int number,
      Driver driver,
      Size3 size,
      LaneNetwork.Spot front,
      double asideM,
      double speedMps) {
    int v = fleet.slot[number];
    fleet.setDriver(v, driver);
    fleet.setSize(v, size.lengthM(), size.widthM());
    spawner.put(v, front.lane(), front.s(), speedMps);
    changes.center(v, asideM);
    int before = (int) movement.arrivals();
    movement.settle(v);
    if (movement.arrivals() > before) {
      spawner.retired();
    }
  }

  /** Puts as many vehicles on the road as find room; from now on those who leave come back elsewhere. */
  public void fill() {
    spawner.fill();
    respawns = true;
  }

  /**
   * Puts a vehicle at a station of a lane unless it is on the road already or somebody there is in its way; no faster than the room
   * ahead allows.
   */
  public boolean offer(int number, int lane, double s, double speedMps) {
    return spawner.offer(fleet.slot[number], lane, s, speedMps);
  }

  /** Takes a vehicle, which must be on the road, off it. */
  public void remove(int number) {
    movement.retire(fleet.slot[number]);
    spawner.retired();
  }

  /** Takes all foreign bodies off the lanes. */
  public void forgetForeign() {
    for (int node = 2 * fleet.vehicles; node < 2 * fleet.vehicles + foreign; node++) {
      fleet.remove(node);
      rights.release(node);
    }
    foreign = 0;
    leave.clearForeign();
  }

  /**
   * Somebody whom traffic does not move takes {@code lengthM} metres of a lane up to {@code front}. Beyond the configured number of
   * places further ones are not seen.
   */
  public void addForeign(int lane, double front, double speedMps, double lengthM) {
    int node = 2 * fleet.vehicles + foreign;
    if (node == fleet.nodes) {
      return;
    }
    foreign++;
    fleet.pos[node] = front;
    fleet.speed[node] = speedMps;
    fleet.len[node] = lengthM;
    fleet.insert(node, lane);
    if (network.isControlled(lane)) {
      rights.occupy(node, lane, front);
    }
  }

  /**
   * Whether stations [from, to] of a lane are free and everybody who comes can stop before {@code from}: who is on the lane, and the
   * first who come from each lane that leads to it, foreign bodies too.
   *
   * @param decelMps2 that they are asked for at most
   * @param reactionS before they brake
   */
  public boolean canStopBefore(
      int lane, double from, double to, double decelMps2, double reactionS) {
    for (int node = fleet.last[lane]; node >= 0; node = fleet.ahead[node]) {
      boolean comes = fleet.pos[node] < from;
      boolean isThere = !comes && fleet.pos[node] - fleet.len[node] < to;
      if (isThere || (comes && !canStop(node, from - fleet.pos[node], decelMps2, reactionS))) {
        return false;
      }
    }
    return !reachesBack(lane, to) && predecessorsCanStop(lane, from, decelMps2, reactionS, 0);
  }

  /** Whether somebody on a lane that follows has its rear before a station of this one. */
  private boolean reachesBack(int lane, double station) {
    for (int i = 0; i < network.nextCount(lane); i++) {
      int tail = fleet.last[network.next(lane, i)];
      if (tail >= 0 && network.lengthM(lane) + fleet.pos[tail] - fleet.len[tail] < station) {
        return true;
      }
    }
    return false;
  }

  private boolean predecessorsCanStop(
      int lane, double station, double decelMps2, double reactionS, int depth) {
    for (int i = 0; i < network.previousCount(lane); i++) {
      int previous = network.previous(lane, i);
      double distance = station + network.lengthM(previous);
      int head = fleet.first[previous];
      boolean canStop = head < 0
          ? distance > SIGHT_M
              || depth == SIGHT_LANES
              || predecessorsCanStop(previous, distance, decelMps2, reactionS, depth + 1)
          : canStop(head, distance - fleet.pos[head], decelMps2, reactionS);
      if (!canStop) {
        return false;
      }
    }
    return true;
  }

  private boolean canStop(int node, double distance, double decelMps2, double reactionS) {
    double speed = fleet.speed[node];
    return distance > speed * reactionS + speed * speed / (2.0 * decelMps2);
  }

  /** Somebody whom traffic does not move comes towards a controlled lane, {@code distance} before its start. */
  public void expectForeign(int lane, double distance, double speedMps) {
    leave.approach(lane, distance, speedMps);
  }

  /** No vehicle appears within the radius of the point. */
  public void keepClear(double x, double y, double radiusM) {
    spawner.keepClear(x, y, radiusM);
  }

  public void setLight(int light, SignalColor color) {
    lights.set(light, color, steps);
  }

  public void step() {
    if (steps % stepsASlot == 0) {
      renumber();
    }
    steps++;
    crew.run(moving);
    int before = (int) movement.arrivals();
    movement.handOver();
    for (int i = before; i < movement.arrivals(); i++) {
      spawner.retired();
    }
    if (respawns) {
      spawner.refill();
    }
    think();
  }

  /** Everybody decides anew, as after lights or foreign bodies have changed. */
  public void think() {
    crew.run(deciding);
    leave.prepare(steps);
    crew.run(asking);
    leave.settle();
    changes.settle();
  }

  /** Gives everybody new slots. What is settled one after the other is settled in their order from now on. */
  void renumber() {
    slots.plan();
    fleet.move(slots);
    rights.move(slots);
    leave.move(slots);
  }

  private void move(int part, int parts) {
    movement.advance(slots.bound(part, parts), slots.bound(part + 1, parts));
  }

  private void decide(int part, int parts) {
    pilot.decide(slots.bound(part, parts), slots.bound(part + 1, parts), steps);
  }

  private void ask(int part, int parts) {
    leave.consider(slots.bound(part, parts), slots.bound(part + 1, parts));
  }

  public LaneNetwork network() {
    return network;
  }

  public double stepS() {
    return config.stepS();
  }

  public long steps() {
    return steps;
  }

  /** Numbers of vehicles run from 0 to this minus 1. */
  public int vehicles() {
    return fleet.vehicles;
  }

  /** How many are on the road. */
  public int active() {
    return spawner.active();
  }

  /** How often a vehicle of that number has come onto the road: a number that comes back is another vehicle. */
  public int generation(int number) {
    return fleet.generation[number];
  }

  public boolean isActive(int number) {
    return fleet.isActive(fleet.slot[number]);
  }

  public Vehicle kind(int number) {
    return fleet.kind[number];
  }

  public int lane(int number) {
    return fleet.lane[fleet.slot[number]];
  }

  /** Station of the front bumper. */
  public double station(int number) {
    return fleet.pos[fleet.slot[number]];
  }

  public double speedMps(int number) {
    return fleet.speed[fleet.slot[number]];
  }

  /** Decided acceleration, held until the next step. */
  public double accelMps2(int number) {
    return fleet.acc[fleet.slot[number]];
  }

  public double odometerM(int number) {
    return fleet.odo[fleet.slot[number]];
  }

  public double lengthM(int number) {
    return fleet.len[fleet.slot[number]];
  }

  /** The vehicle ahead on the same lane; -1 when there is none, or nobody of traffic. */
  public int leader(int number) {
    int node = fleet.ahead[fleet.slot[number]];
    return node >= 0 && fleet.isVehicle(node) ? fleet.number[node] : Fleet.NONE;
  }

  public boolean isChangingLanes(int number) {
    return fleet.latFrom[fleet.slot[number]] != 0.0;
  }

  /** Which way it moves over to another lane: left positive, 0 when it does not. */
  public double sideways(int number) {
    return -fleet.latFrom[fleet.slot[number]];
  }

  /** Change of direction of the junction lane that it is on or comes to within a distance, left positive. */
  public double turnWithin(int number, double distanceM) {
    int v = fleet.slot[number];
    int lane = fleet.lane[v];
    if (network.inJunction(lane)) {
      return network.turn(lane);
    }
    boolean near = fleet.lineOdo[v] - fleet.odo[v] < distanceM;
    return near ? network.turn(fleet.lineLane[v]) : 0.0;
  }

  /** Whether it waits for leave to cross its line. */
  public boolean isAtLine(int number) {
    int v = fleet.slot[number];
    return (fleet.events[v] & Pilot.ASK) != 0 && rights.laneOf(v) < 0;
  }

  public long laneChanges() {
    return changes.count();
  }

  public long redRuns() {
    return movement.redRuns();
  }

  public long linesRun() {
    return movement.linesRun();
  }

  public long arrivals() {
    return movement.arrivals();
  }

  /** Bytes of memory that each further vehicle takes. */
  public static long bytesPerVehicle() {
    return Fleet.bytesPerVehicle();
  }

  /**
   * Writes x, y, z, yaw, pitch, roll of the vehicle's middle, {@code aheadS} after the last step, to {@code out}. The body is the chord
   * between the points of its way at its two bumpers.
   */
  public void poseAt(int number, double aheadS, double[] out) {
    Bodies.pose(fleet, fleet.slot[number], aheadS, out);
  }
}
