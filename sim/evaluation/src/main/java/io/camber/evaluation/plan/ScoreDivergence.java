package io.camber.evaluation.plan;

import java.util.List;

/**
 * How much what was perceived changes a planner's mind: Kullback-Leibler divergence of the softmax of its scores on what was
 * perceived from the softmax of its scores of the same proposals on the truth, in nats. After the planning KL-divergence of Philion
 * et al. 2020, with scores of proposals in place of a learned heat map.
 */
public final class ScoreDivergence {
  /** A score that is lower by this much makes a proposal e times less likely. Scores go from 0 to 1. */
  public static final double TEMPERATURE = 0.05;

  private ScoreDivergence() {}

  /**
   * The divergence; 0 when the scores differ by a constant at most.
   *
   * @param truth score of each proposal on the truth
   * @param perceived score of the same proposals, in the same order; one that was not made there must be scored there, too
   */
  public static double nats(List<Double> truth, List<Double> perceived) {
    if (truth.isEmpty() || truth.size() != perceived.size()) {
      throw new IllegalArgumentException("scores of " + truth.size() + " and of " + perceived.size()
          + " proposals cannot be compared");
    }
    double truthNorm = logSum(truth);
    double perceivedNorm = logSum(perceived);
    double sum = 0.0;
    for (int i = 0; i < truth.size(); i++) {
      double log = truth.get(i) / TEMPERATURE - truthNorm;
      sum += StrictMath.exp(log) * (log - (perceived.get(i) / TEMPERATURE - perceivedNorm));
    }
    return Math.max(0.0, sum);
  }

  /** Logarithm of the sum of the exponentials, from the greatest down. */
  private static double logSum(List<Double> scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score / TEMPERATURE);
    }
    double sum = 0.0;
    for (double score : scores) {
      sum += StrictMath.exp(score / TEMPERATURE - greatest);
    }
    return greatest + StrictMath.log(sum);
  }
}
