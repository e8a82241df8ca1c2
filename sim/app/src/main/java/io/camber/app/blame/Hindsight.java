package io.camber.app.blame;

import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where everybody went in a drive that has been made: what a clairvoyant knows of the next one. */
final class Hindsight {
  private static final long STEP_NS = 100_000_000L;

  private final Map<String, TreeMap<Long, ActorTruth>> ways = new LinkedHashMap<>();
  private long nextNs = Long.MIN_VALUE;

  void add(TruthFrame frame) {
    if (frame.timeNs() >= nextNs) {
      nextNs = frame.timeNs() + STEP_NS;
      for (ActorTruth actor : frame.actors()) {
        if (!actor.name().equals(frame.egoName())) {
          ways.computeIfAbsent(actor.name(), name -> new TreeMap<>()).put(frame.timeNs(), actor);
        }
      }
    }
  }

  /** The actor at that time, within half a step. */
  Optional<ActorTruth> at(String name, long timeNs) {
    TreeMap<Long, ActorTruth> way = ways.getOrDefault(name, new TreeMap<>());
    var before = way.floorEntry(timeNs + STEP_NS / 2);
    return before == null || timeNs - before.getKey() > STEP_NS
        ? Optional.empty()
        : Optional.of(before.getValue());
  }

  /** Who was nearest to a place at a time, within so many metres. */
  Optional<String> nearest(Vec2 place, long timeNs, double withinM) {
    Optional<String> nearest = Optional.empty();
    double best = withinM;
    for (String name : ways.keySet()) {
      Optional<ActorTruth> actor = at(name, timeNs);
      double distance = actor
          .map(one -> one.footprint().center().position().distanceTo(place))
          .orElse(Double.POSITIVE_INFINITY);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }
}
