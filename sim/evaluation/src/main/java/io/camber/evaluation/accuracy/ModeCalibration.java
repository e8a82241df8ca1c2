package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.Deviations;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;

/**
 * Whether the probabilities of modes are such: of modes that are given 0.7, seven of ten should be the one that ends nearest after 3
 * s. Expected calibration error over fifteen bins of equal width (Naeini et al. 2015).
 */
final class ModeCalibration {
  private static final int BINS = 15;

  private final double[] excess = new double[BINS];
  private int modes;

  /** Takes in a forecast that was followed so many steps; one of a single mode says nothing. */
  void add(Deviations deviations, int steps) {
    int count = deviations.modeCount();
    if (count < 2) {
      return;
    }
    int nearest = 0;
    for (int i = 1; i < count; i++) {
      nearest = deviations.finalM(i, steps) < deviations.finalM(nearest, steps) ? i : nearest;
    }
    for (int i = 0; i < count; i++) {
      double probability = deviations.probability(i);
      excess[Math.min((int) (probability * BINS), BINS - 1)] +=
          probability - (i == nearest ? 1.0 : 0.0);
      modes++;
    }
  }

  /** Adds the metric. */
  void report(Findings findings) {
    double sum = 0.0;
    for (double each : excess) {
      sum += Math.abs(each);
    }
    findings.add(Metric.free(
            "prediction.calibrationError.3s",
            modes == 0 ? Double.NaN : sum / modes,
            "1",
            Owner.PREDICTION,
            Metric.Better.LOWER)
        .because("no moving actor had a forecast of several modes that was followed for 3 s"));
  }
}
