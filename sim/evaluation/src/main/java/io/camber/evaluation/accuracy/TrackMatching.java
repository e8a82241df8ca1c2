package io.camber.evaluation.accuracy;

import io.camber.geometry.Box2;
import io.camber.scene.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs tracks with actors, nearest centres first, each used once. A pair must be closer than 2 m, or the track's centre must
 * lie in the actor's footprint grown by 0.5 m, so that a long vehicle of which only the tail was seen still counts.
 */
final class TrackMatching {
  private static final double DISTANCE_M_MAX = 2.0;
  private static final double GROWTH_M = 0.5;
  private static final double ROUNDING_M = 1e-3;

  private TrackMatching() {}

  private record Candidate(int actor, int track, double distanceM) {}

  /** Track of each matched actor, by index. */
  static Map<Integer, Integer> match(List<Box2> actors, List<Track> tracks) {
    List<Candidate> candidates = new ArrayList<>();
    for (int a = 0; a < actors.size(); a++) {
      Box2 box = actors.get(a);
      double reach = box.radius() + GROWTH_M + ROUNDING_M;
      for (int t = 0; t < tracks.size(); t++) {
        var center = tracks.get(t).center().position();
        double distance = box.center().position().distanceTo(center);
        if (distance < DISTANCE_M_MAX || (distance < reach && box.distanceTo(center) < GROWTH_M)) {
          candidates.add(new Candidate(a, t, distance));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::distanceM)
        .thenComparingInt(Candidate::actor)
        .thenComparingInt(Candidate::track));
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (!pairs.containsKey(candidate.actor()) && !pairs.containsValue(candidate.track())) {
        pairs.put(candidate.actor(), candidate.track());
      }
    }
    return pairs;
  }
}
