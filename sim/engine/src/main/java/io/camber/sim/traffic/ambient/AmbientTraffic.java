package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.scene.SignalColor;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.signal.SignalPlan;
import io.camber.sim.traffic.walker.Walkers;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.ArrayList;
import java.util.List;

/**
 * Vehicles beside the actors of a scenario, bicycles among them, and people at the crosswalks of the map. They decide ten times a second
 * and move between by the acceleration they decided on, so that a step of the world finds them where they are. Lights that the scenario
 * does not switch follow a fixed plan. Deterministic for map, number, seed and what the scenario's actors do. Owned by one thread.
 */
public final class AmbientTraffic implements TrafficAround {
  /** Nobody appears so near to the ego, at the start and later. */
  private static final double CLEAR_AT_START_M = 40.0;

  private static final double CLEAR_M = 150.0;
  private static final double BICYCLES = 0.03;
  private static final int FOREIGN_MAX = 1_024;

  private static final double NS = 1e-9;

  private final Traffic traffic;
  private final ForeignBodies foreign;
  private final SignalPlan plan;
  private final LightSwitch lights;
  private final TrafficTruth truth;
  private final Walkers walkers;
  private final WalkerTruth onFoot;
  private final long stepNs;
  private long decidedNs;
  private long toldNs;

  /** Traffic at time 0 beside the actors, of whom the one called {@code egoName} gets room. */
  public AmbientTraffic(
      RoadMap map,
      int vehicles,
      long seed,
      List<ActorTruth> actors,
      String egoName,
      List<SignalTruth> scenarioSignals) {
    Population town = Population.urban().withBicycles(BICYCLES);
    TrafficConfig config =
        new TrafficConfig(vehicles, FOREIGN_MAX, seed, TrafficConfig.STEP_S, town);
    traffic = Traffic.empty(LaneNetwork.of(map), config, Crew.alone());
    foreign = new ForeignBodies(map, traffic);
    plan = new SignalPlan(map);
    lights = new LightSwitch(traffic);
    truth = new TrafficTruth(traffic, "traffic-");
    walkers = new Walkers(map, traffic, seed);
    onFoot = new WalkerTruth(walkers);
    stepNs = Math.round(config.stepS() / NS);
    foreign.show(actors);
    keepClear(actors, egoName, CLEAR_AT_START_M);
    traffic.fill();
    lights.show(signals(0, scenarioSignals));
    traffic.think();
  }

  /** As many vehicles as find room, at most so many. */
  public static TrafficAround.Factory of(int vehicles) {
    return (map, seed, actors, egoName, signals) ->
        new AmbientTraffic(map, vehicles, seed, actors, egoName, signals);
  }

  private void keepClear(List<ActorTruth> actors, String egoName, double radiusM) {
    for (ActorTruth actor : actors) {
      if (actor.name().equals(egoName)) {
        Pose3 pose3 = actor.mapFromReference();
        traffic.keepClear(pose3.x(), pose3.y(), radiusM);
      }
    }
  }

  /** What a light shows: the scenario's word where it has one, the plan's otherwise. */
  @Override
  public List<SignalTruth> signals(long timeNs, List<SignalTruth> scenario) {
    List<SignalTruth> shown = new ArrayList<>(scenario.size());
    for (SignalTruth signal : scenario) {
      shown.add(
          signal.color() == SignalColor.UNKNOWN
              ? new SignalTruth(signal.signalId(), plan.color(signal.signalId(), timeNs * NS))
              : signal);
    }
    return shown;
  }

  /** Advances to a time that is not before the last one. {@code signals} are those that {@link #signals} gave for it. */
  @Override
  public void advance(
      long timeNs, List<ActorTruth> actors, String egoName, List<SignalTruth> signals) {
    while (decidedNs + stepNs <= timeNs) {
      decidedNs += stepNs;
      lights.show(signals);
      foreign.show(actors);
      walkers.step(decidedNs * NS, traffic.stepS());
      keepClear(actors, egoName, CLEAR_M);
      traffic.step();
    }
    truth.follow((timeNs - decidedNs) * NS, (timeNs - toldNs) * NS);
    toldNs = timeNs;
  }

  /** Every vehicle on the road at the time last advanced to, in order of number, then everybody on foot. */
  @Override
  public List<ActorTruth> actors() {
    List<ActorTruth> told = truth.actors();
    onFoot.tell((toldNs - decidedNs) * NS, told);
    return told;
  }
}
