package io.camber.sim.traffic.ambient;

import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.List;

/** Road users beside the actors of a scenario: they see those, whose conditions do not see them. Owned by one thread. */
public interface TrafficAround extends AutoCloseable {
  /** Lets it begin at time 0. */
  interface Factory {
    /**
     * Traffic beside the actors.
     *
     * @param egoName the one among the actors who gets room; empty for none
     */
    TrafficAround begin(
        RoadMap map,
        long seed,
        List<ActorTruth> actors,
        String egoName,
        List<SignalTruth> scenarioSignals);
  }

  /** What the map's lights show, given what the scenario has them show. */
  List<SignalTruth> signals(long timeNs, List<SignalTruth> scenario);

  /** Advances to a time that is not before the last one. {@code signals} are those that {@link #signals} gave for it. */
  void advance(long timeNs, List<ActorTruth> actors, String egoName, List<SignalTruth> signals);

  /** Everybody at the time last advanced to, always in the same order. */
  List<ActorTruth> actors();

  /** Gives back what it holds outside this program. */
  @Override
  default void close() {}
}
