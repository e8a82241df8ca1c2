package io.camber.evaluation.detection;

import java.util.List;

/**
 * Whether scores are probabilities: of detections with a score of 0.7, seven of ten should be right.
 *
 * @param expectedError expected calibration error over fifteen bins of equal width (Naeini et al. 2015): mean over the detections of
 *     how far their bin's mean score is from the share that is right
 * @param brier mean square of the score minus 1 when right, minus 0 when wrong (Brier 1950)
 * @param detections that were judged
 */
public record Calibration(double expectedError, double brier, int detections) {
  private static final int BINS = 15;

  /** Of detections by one rule of what is right; not a number without any. */
  static Calibration of(List<Hit> hits) {
    double[] excess = new double[BINS];
    double squares = 0.0;
    for (Hit hit : hits) {
      double off = hit.score() - (hit.met() ? 1.0 : 0.0);
      excess[bin(hit.score())] += off;
      squares += off * off;
    }
    double total = 0.0;
    for (double each : excess) {
      total += Math.abs(each);
    }
    return new Calibration(total / hits.size(), squares / hits.size(), hits.size());
  }

  private static int bin(double score) {
    return Math.max(0, Math.min((int) (score * BINS), BINS - 1));
  }
}
