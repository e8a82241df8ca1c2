package io.camber.app.oracle;

import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where everybody went in a drive that has been made: what a clairvoyant knows of the next one. */
public final class Hindsight {
  private static final long STEP_NS = 100_000_000L;

  /** An actor may come by so much earlier or later than before. */
  private static final long SHIFT_NS = 5_000_000_000L;

  /** What a second of shift costs, so that who stands is not taken for who stood there long ago. */
  private static final double LATE_MPS = 0.3;

  private final Map<String, TreeMap<Long, ActorTruth>> ways = new LinkedHashMap<>();
  private long nextNs = Long.MIN_VALUE;

  public void add(TruthFrame frame) {
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
  public Optional<ActorTruth> at(String name, long timeNs) {
    TreeMap<Long, ActorTruth> way = ways.getOrDefault(name, new TreeMap<>());
    var before = way.floorEntry(timeNs + STEP_NS / 2);
    return before == null || timeNs - before.getKey() > STEP_NS
        ? Optional.empty()
        : Optional.of(before.getValue());
  }

  /**
   * When the actor was nearest to a place, within a few seconds of a time and {@code withinM} of the place: in the next drive it may come
   * by a little earlier or later, since it waits for the ego.
   */
  Optional<Long> whenAt(String name, Vec2 place, long timeNs, double withinM) {
    TreeMap<Long, ActorTruth> way = ways.getOrDefault(name, new TreeMap<>());
    Optional<Long> when = Optional.empty();
    double best = withinM;
    for (Map.Entry<Long, ActorTruth> one :
        way.subMap(timeNs - SHIFT_NS, true, timeNs + SHIFT_NS, true).entrySet()) {
      double late = Math.abs(one.getKey() - timeNs) * 1e-9;
      double distance = one.getValue().footprint().center().position().distanceTo(place);
      if (distance + LATE_MPS * late < best) {
        best = distance + LATE_MPS * late;
        when = Optional.of(one.getKey());
      }
    }
    return when;
  }

  /** Who came nearest to a place within a few seconds of a time; who was there at that very time wins. */
  Optional<String> nearestWithin(Vec2 place, long timeNs, double withinM) {
    Optional<String> now = nearest(place, timeNs, withinM);
    return now.isPresent()
        ? now
        : ways.keySet().stream()
            .filter(name -> whenAt(name, place, timeNs, withinM).isPresent())
            .findFirst();
  }

  /** Who was nearest to a place at a time, within so many metres. */
  public Optional<String> nearest(Vec2 place, long timeNs, double withinM) {
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
