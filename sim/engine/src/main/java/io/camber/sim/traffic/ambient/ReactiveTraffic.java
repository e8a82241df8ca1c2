package io.camber.sim.traffic.ambient;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Manner;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.driver.Population.Share;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.List;

/**
 * Entities of a scenario that drive as traffic does for as long as they are asked to, each with its own body, amid others whom they
 * see. They decide ten times a second. Deterministic for map, seed and what the others do. Owned by one thread.
 */
public final class ReactiveTraffic {
  /** Of a vehicle that keeps to the lane it is on: more is beside it. */
  private static final double ASIDE_M_MAX = 3.0;

  private final RoadMap map;
  private final TrafficBeat beat;
  private final Traffic traffic;
  private final LaneNetwork network;
  private final long seed;

  /** Nobody drives yet; numbers run from 0 to {@code places} - 1. */
  public ReactiveTraffic(RoadMap map, int places, long seed) {
    this.map = map;
    this.seed = seed;
    beat = new TrafficBeat(map, places, Population.urban(), seed, "reactive-");
    traffic = beat.traffic();
    network = traffic.network();
  }

  /** True when {@link #decide} has to be called before time goes on to {@code timeNs}. */
  public boolean isDue(long timeNs) {
    return beat.isDue(timeNs);
  }

  /** Everybody moves and decides anew. Who wants to {@link #enter} or {@link #leave} does so right after, before {@link #think}. */
  public void decide(long timeNs, List<ActorTruth> others, List<SignalTruth> signals) {
    beat.next(timeNs, others, signals);
  }

  /** Everybody takes note of who has come. */
  public void think() {
    traffic.think();
  }

  /**
   * An actor drives by itself from now on, in a manner, no faster than its vehicle goes. False when it is on no lane that leads its
   * way.
   */
  public boolean enter(int place, ActorTruth actor, Manner manner, double topMps) {
    double x = actor.mapFromReference().x();
    double y = actor.mapFromReference().y();
    var found = map.project(actor.mapFromReference().toPose2());
    if (found.isEmpty() || !found.get().lane().isDrivable()) {
      return false;
    }
    LaneSegment lane = found.get().lane();
    var position = lane.locate(x, y);
    double turned = actor.mapFromReference().yaw() - lane.centerAt(position.s()).yaw();
    LaneNetwork.Spot spot = network.find(lane.id(), position.s());
    if (spot.lane() < 0 || StrictMath.cos(turned) < 0.5 || Math.abs(position.d()) > ASIDE_M_MAX) {
      return false;
    }
    double toFront = actor.centerOffsetM() + 0.5 * actor.size().lengthM();
    traffic.join(
        place,
        driver(place, actor, manner, topMps),
        actor.size(),
        new LaneNetwork.Spot(spot.lane(), spot.s() + toFront),
        position.d(),
        Math.max(0.0, actor.speedMps()));
    beat.truth().show(place, look(actor));
    return true;
  }

  private Driver driver(int place, ActorTruth actor, Manner manner, double topMps) {
    Population one = new Population(List.of(new Share(1.0, kind(actor), manner)), 1.0);
    Driver drawn = one.draw(new Dice(Dice.mix(seed, 100 + place)));
    return drawn.withTop(Math.min(drawn.topMps(), topMps));
  }

  private static Vehicle kind(ActorTruth actor) {
    return switch (actor.objectClass()) {
      case TRUCK, BUS -> Vehicle.TRUCK;
      case BICYCLE -> Vehicle.BICYCLE;
      default -> actor.kind().equals("van") ? Vehicle.VAN : Vehicle.CAR;
    };
  }

  private static TrafficTruth.Look look(ActorTruth actor) {
    return new TrafficTruth.Look(
        actor.name(),
        actor.objectClass(),
        actor.kind(),
        actor.size(),
        actor.centerOffsetM(),
        actor.centerOffsetLeftM(),
        0.6 * actor.size().lengthM());
  }

  /** It does no longer. */
  public void leave(int place) {
    if (traffic.isActive(place)) {
      traffic.remove(place);
    }
  }

  /** Whether it drives; false too when it has left the map by an open end. */
  public boolean isDriving(int place) {
    return traffic.isActive(place);
  }

  /** Goes on to a time that is not before the last one. */
  public void follow(long timeNs) {
    beat.follow(timeNs);
  }

  /** One who drives, at the time last gone on to. */
  public ActorTruth actor(int place) {
    return beat.truth().truth(place);
  }
}
