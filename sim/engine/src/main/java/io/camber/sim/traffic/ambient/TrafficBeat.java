package io.camber.sim.traffic.ambient;

import io.camber.map.RoadMap;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.List;

/** Traffic amid the entities of a scenario: decides ten times a second by what it sees of them, and is told in between. */
final class TrafficBeat {
  private static final int FOREIGN_MAX = 1024;
  private static final double NS = 1e-9;
  private static final long STEP_NS = Math.round(TrafficConfig.STEP_S / NS);

  private final Traffic traffic;
  private final ForeignBodies foreign;
  private final LightSwitch lights;
  private final TrafficTruth truth;
  private boolean begun;
  private long decidedNs;
  private long toldNs;

  TrafficBeat(RoadMap map, int vehicles, Population population, long seed, String prefix) {
    TrafficConfig config =
        new TrafficConfig(vehicles, FOREIGN_MAX, seed, TrafficConfig.STEP_S, population);
    traffic = Traffic.empty(LaneNetwork.of(map), config, Crew.alone());
    foreign = new ForeignBodies(map, traffic);
    lights = new LightSwitch(traffic);
    truth = new TrafficTruth(traffic, prefix);
  }

  Traffic traffic() {
    return traffic;
  }

  TrafficTruth truth() {
    return truth;
  }

  /** True when {@link #next} has to be called before time goes on to {@code timeNs}. */
  boolean isDue(long timeNs) {
    return !begun || decidedNs + STEP_NS <= timeNs;
  }

  /** Everybody moves and decides anew; false the first time, when there is nobody yet. */
  boolean next(long timeNs, List<ActorTruth> others, List<SignalTruth> signals) {
    lights.show(signals);
    foreign.show(others);
    if (!begun) {
      begun = true;
      decidedNs = timeNs;
      toldNs = timeNs;
      return false;
    }
    decidedNs += STEP_NS;
    traffic.step();
    return true;
  }

  /** Goes on to a time that is not before the last one. */
  void follow(long timeNs) {
    truth.follow((timeNs - decidedNs) * NS, (timeNs - toldNs) * NS);
    toldNs = timeNs;
  }
}
