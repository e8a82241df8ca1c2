package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Vehicles that a scenario's action lets in and that drive where they like. They decide ten times a second, as all traffic does.
 * Deterministic for map, parameters, seed and what the others do. Owned by one thread.
 */
public final class GeneratedTraffic {
  private static final double SPACING_M = 4.0;

  private final TrafficBeat beat;
  private final Admission admission;
  private final String prefix;
  private boolean stopped;

  private GeneratedTraffic(
      RoadMap map, Crowding crowding, BiFunction<Dice, LaneNetwork, Admission> admission) {
    beat = new TrafficBeat(
        map, crowding.vehicles(), crowding.population(), crowding.seed(), crowding.prefix());
    prefix = crowding.prefix();
    this.admission =
        admission.apply(new Dice(Dice.mix(crowding.seed(), 3)), beat.traffic().network());
  }

  /**
   * How many of whom.
   *
   * @param vehicles on the road at the same time, at most
   * @param prefix of the names of vehicles
   */
  public record Crowding(int vehicles, Population population, long seed, String prefix) {}

  /**
   * Vehicles that accompany an object.
   *
   * @param speedMpsMin lower end of the speeds that vehicles appear with, as far as the way ahead of them allows
   */
  public static GeneratedTraffic swarm(
      RoadMap map, Crowding crowding, Ring ring, double speedMpsMin, double speedMpsMax) {
    return new GeneratedTraffic(
        map,
        crowding,
        (dice, network) -> new SwarmAdmission(
            ring, speedMpsMin, speedMpsMax, dice, new Spots(map, network, SPACING_M)));
  }

  /**
   * Vehicles that come one after the other near a place.
   *
   * @param speedMps that vehicles appear with; infinite for what the road allows
   */
  public static GeneratedTraffic source(
      RoadMap map, Crowding crowding, double radiusM, double ratePerS, double speedMps) {
    return new GeneratedTraffic(
        map,
        crowding,
        (dice, network) -> new SourceAdmission(
            Math.max(radiusM, SPACING_M),
            ratePerS,
            speedMps,
            dice,
            new Spots(map, network, SPACING_M)));
  }

  /**
   * Vehicles on a piece of the road network.
   *
   * @param continuous true to keep their number: who leaves is gone, and another comes
   */
  public static GeneratedTraffic area(
      RoadMap map, Crowding crowding, Ground ground, boolean continuous) {
    return new GeneratedTraffic(
        map,
        crowding,
        (dice, network) ->
            new AreaAdmission(ground, continuous, dice, new Spots(map, network, SPACING_M)));
  }

  /** With which the names of vehicles begin. */
  public String prefix() {
    return prefix;
  }

  /** True when {@link #decide} has to be called before time goes on to {@code timeNs}. */
  public boolean isDue(long timeNs) {
    return beat.isDue(timeNs);
  }

  /** Nobody appears any more. */
  public void stop() {
    stopped = true;
  }

  /**
   * Everybody decides anew; those who must go are gone, others have come.
   *
   * @param center where the action's place is now
   */
  public void decide(
      long timeNs, Pose3 center, List<ActorTruth> others, List<SignalTruth> signals) {
    boolean first = !beat.next(timeNs, others, signals);
    admission.admit(beat.traffic(), center, first, stopped);
    if (first) {
      beat.traffic().think();
    }
  }

  /** Goes on to a time that is not before the last one. */
  public void follow(long timeNs) {
    beat.follow(timeNs);
  }

  /** Takes the vehicle of that name off the road; false when there is none. */
  public boolean remove(String name) {
    int v = beat.truth().find(name);
    if (v >= 0) {
      beat.traffic().remove(v);
    }
    return v >= 0;
  }

  /** Every vehicle on the road at the time last gone on to, in order of number. */
  public List<ActorTruth> actors() {
    return beat.truth().actors();
  }
}
