package io.camber.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The world at {@code timeNs}: every entity in scenario order, every dynamic signal in order of id.
 *
 * @param egoName the entity the stack drives; empty when none
 * @param egoEngaged true once the stack's commands move the ego
 * @param weather around the ego
 * @param wheels of the ego, where its model has wheels that can slip
 */
public record TruthFrame(
    long timeNs,
    String egoName,
    boolean egoEngaged,
    List<ActorTruth> actors,
    List<SignalTruth> signals,
    Weather weather,
    Optional<WheelTruth> wheels) {
  public TruthFrame {
    actors = List.copyOf(actors);
    signals = List.copyOf(signals);
  }

  /** An ego whose wheels roll without slip. */
  public TruthFrame(
      long timeNs,
      String egoName,
      boolean egoEngaged,
      List<ActorTruth> actors,
      List<SignalTruth> signals,
      Weather weather) {
    this(timeNs, egoName, egoEngaged, actors, signals, weather, Optional.empty());
  }

  /** The world on a fair day. */
  public TruthFrame(
      long timeNs,
      String egoName,
      boolean egoEngaged,
      List<ActorTruth> actors,
      List<SignalTruth> signals) {
    this(timeNs, egoName, egoEngaged, actors, signals, Weather.CLEAR);
  }

  public TruthFrame withWeather(Weather other) {
    return new TruthFrame(timeNs, egoName, egoEngaged, actors, signals, other, wheels);
  }

  public Optional<ActorTruth> findActor(String name) {
    for (int i = 0; i < actors.size(); i++) {
      if (actors.get(i).name().equals(name)) {
        return Optional.of(actors.get(i));
      }
    }
    return Optional.empty();
  }

  /** All but the one of that name. */
  public List<ActorTruth> othersThan(String name) {
    List<ActorTruth> others = new ArrayList<>(actors.size());
    for (int i = 0; i < actors.size(); i++) {
      if (!actors.get(i).name().equals(name)) {
        others.add(actors.get(i));
      }
    }
    return Collections.unmodifiableList(others);
  }

  public Optional<ActorTruth> ego() {
    return egoName.isEmpty() ? Optional.empty() : findActor(egoName);
  }
}
