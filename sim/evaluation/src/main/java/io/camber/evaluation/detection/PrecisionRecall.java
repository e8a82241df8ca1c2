package io.camber.evaluation.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Precision and confidence over recall on 101 points, and what nuScenes makes of them (Caesar et al. 2020, section 3.3): average
 * precision above 10 % of recall and precision, and errors of true positives averaged over the recall reached.
 */
final class PrecisionRecall {
  private static final int POINTS = 101;

  /** Recall and precision up to here count for nothing. */
  private static final double LEAST = 0.1;

  private static final int FIRST = (int) Math.round(100 * LEAST) + 1;

  private final List<Hit> hits;
  private final double[] recall;
  private final double[] precision;
  private final double[] scores;
  private final int positives;

  /** @param positives objects that there were to find */
  PrecisionRecall(List<Hit> unsorted, int positives) {
    hits = new ArrayList<>(unsorted);
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    this.positives = positives;
    scores = hits.stream().mapToDouble(Hit::score).toArray();
    recall = new double[hits.size()];
    precision = new double[hits.size()];
    int met = 0;
    for (int i = 0; i < recall.length; i++) {
      met += hits.get(i).met() ? 1 : 0;
      recall[i] = positives == 0 ? 0.0 : (double) met / positives;
      precision[i] = (double) met / (i + 1);
    }
  }

  /** NaN when there was nothing to find. */
  double averagePrecision() {
    if (positives == 0) {
      return Double.NaN;
    }
    double sum = 0.0;
    for (int i = FIRST; i < POINTS; i++) {
      sum += Math.max(0.0, precisionAt(i / 100.0) - LEAST);
    }
    return sum / (POINTS - FIRST) / (1.0 - LEAST);
  }

  /** Precision where the recall reaches this much; 0 beyond what is reached. */
  double precisionAt(double share) {
    return recall.length == 0 ? 0.0 : interpolate(share, recall, precision, 0.0);
  }

  /** Mean over the recall reached of the running mean of an error; 1 when less than 10 % was found, NaN for one that pairs do not have. */
  double meanError(ToDoubleFunction<Hit> error) {
    if (positives == 0) {
      return Double.NaN;
    }
    List<Hit> met = hits.stream().filter(Hit::met).toList();
    if (met.isEmpty()) {
      return 1.0;
    }
    if (met.stream().anyMatch(hit -> Double.isNaN(error.applyAsDouble(hit)))) {
      return Double.NaN;
    }
    double[] score = new double[met.size()];
    double[] running = new double[met.size()];
    double sum = 0.0;
    for (int i = 0; i < score.length; i++) {
      // numpy interpolates over rising abscissae: the least sure first
      sum += error.applyAsDouble(met.get(i));
      score[score.length - 1 - i] = met.get(i).score();
      running[running.length - 1 - i] = sum / (i + 1);
    }
    int last = lastReached();
    if (last < FIRST) {
      return 1.0;
    }
    double total = 0.0;
    for (int i = FIRST; i <= last; i++) {
      total += interpolate(scoreAt(i), score, running, running[running.length - 1]);
    }
    return total / (last - FIRST + 1);
  }

  private double scoreAt(int point) {
    return interpolate(point / 100.0, recall, scores, 0.0);
  }

  private int lastReached() {
    for (int i = POINTS - 1; i > 0; i--) {
      if (scoreAt(i) != 0.0) {
        return i;
      }
    }
    return 0;
  }

  /** Linear between the points, as {@code numpy.interp}: of equal abscissae the last one counts. */
  private static double interpolate(double x, double[] xs, double[] ys, double right) {
    int count = xs.length;
    if (x > xs[count - 1]) {
      return right;
    }
    if (x < xs[0]) {
      return ys[0];
    }
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int at = low - 1;
    if (at == count - 1 || xs[at] == x) {
      return ys[at];
    }
    return ys[at] + (ys[at + 1] - ys[at]) / (xs[at + 1] - xs[at]) * (x - xs[at]);
  }
}
