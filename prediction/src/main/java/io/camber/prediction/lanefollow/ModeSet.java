package io.camber.prediction.lanefollow;

import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.TrackFuture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects weighted modes of one track and turns them into probabilities. */
final class ModeSet {
  private static final double WEIGHT_MIN = 0.01;

  private record Weighted(String name, double weight, List<PredictedPoint> points) {}

  private final List<Weighted> modes = new ArrayList<>();

  void add(String name, double weight, List<PredictedPoint> points) {
    if (weight >= WEIGHT_MIN) {
      modes.add(new Weighted(name, weight, points));
    }
  }

  /** The most likely modes, normalised; ties keep the order in which they were added. */
  TrackFuture toFuture(int trackId, int modesMax) {
    List<Weighted> sorted = new ArrayList<>(modes);
    sorted.sort(Comparator.comparingDouble(Weighted::weight).reversed());
    List<Weighted> kept = sorted.subList(0, Math.min(modesMax, sorted.size()));
    double sum = 0.0;
    for (Weighted mode : kept) {
      sum += mode.weight();
    }
    List<PredictedPath> paths = new ArrayList<>();
    for (Weighted mode : kept) {
      paths.add(new PredictedPath(mode.name(), Math.min(1.0, mode.weight() / sum), mode.points()));
    }
    return new TrackFuture(trackId, paths);
  }
}
