package io.camber.app.sweep.run;

import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How near entities came to each other, in distance and in time: the time in which the distance would be gone if it went on
 * shrinking as between the last two looks. Looks 20 times a second.
 */
final class ClosestWatch {
  private static final long SAMPLE_NS = 50_000_000L;
  private static final double NS = 1e-9;

  /** More height between two than this and they are on different levels of road. */
  private static final double LEVEL_M = 3.0;

  private static final double STILL_MPS = 0.05;

  private final Optional<String> ego;
  private final Map<String, Double> before = new HashMap<>();
  private long beforeNs;
  private long nextNs;
  private double distanceM = Double.POSITIVE_INFINITY;
  private double ttcS = Double.POSITIVE_INFINITY;

  /**
   * A watch that has seen nobody.
   *
   * @param ego only pairs with it count; without one all of whom somebody moves
   */
  ClosestWatch(Optional<String> ego) {
    this.ego = ego;
  }

  void look(long timeNs, List<ActorTruth> actors) {
    if (timeNs < nextNs) {
      return;
    }
    nextNs = timeNs + SAMPLE_NS;
    double dtS = (timeNs - beforeNs) * NS;
    beforeNs = timeNs;
    for (int i = 0; i < actors.size(); i++) {
      for (int k = i + 1; k < actors.size(); k++) {
        if (counts(actors.get(i), actors.get(k))) {
          look(actors.get(i), actors.get(k), dtS);
        }
      }
    }
  }

  private boolean counts(ActorTruth a, ActorTruth b) {
    boolean moves = Math.abs(a.speedMps()) > STILL_MPS || Math.abs(b.speedMps()) > STILL_MPS;
    boolean level = Math.abs(a.mapFromReference().z() - b.mapFromReference().z()) <= LEVEL_M;
    return moves
        && level
        && (ego.isEmpty() || a.name().equals(ego.get()) || b.name().equals(ego.get()));
  }

  private void look(ActorTruth a, ActorTruth b, double dtS) {
    Box2 own = a.footprint();
    double now = own.distanceTo(b.footprint());
    distanceM = Math.min(distanceM, now);
    Double last = before.put(a.name() + "\n" + b.name(), now);
    if (now == 0.0) {
      ttcS = 0.0;
    } else if (last != null && dtS > 0.0 && last - now > STILL_MPS * dtS) {
      ttcS = Math.min(ttcS, now * dtS / (last - now));
    }
  }

  /** Adds what it saw. */
  void addTo(SortedMap<String, Double> metrics) {
    if (Double.isFinite(distanceM)) {
      metrics.put(CaseResult.CLOSEST_DISTANCE, distanceM);
    }
    if (Double.isFinite(ttcS)) {
      metrics.put(CaseResult.CLOSEST_TTC, ttcS);
    }
  }
}
