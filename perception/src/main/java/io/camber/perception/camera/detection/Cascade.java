package io.camber.perception.camera.detection;

import java.util.List;

/**
 * Boosted trees for one shape of window, a soft cascade (Bourdev, Brandt 2005): a window is given up as soon as its sum falls
 * below what nearly all bodies have by then.
 *
 * @param slope of the log odds that a window holds a body over its sum
 * @param offset of the log odds
 */
record Cascade(WindowShape shape, List<Tree> trees, double slope, double offset) {
  Cascade {
    trees = List.copyOf(trees);
  }

  /** Probability that a window with this sum holds a body of the shape. */
  double probability(double sum) {
    return 1.0 / (1.0 + StrictMath.exp(-(slope * sum + offset)));
  }

  /** The least sum with that probability; infinite for a cascade that was never taught. */
  float sumAt(double probability) {
    double logOdds = StrictMath.log(probability / (1.0 - probability));
    return slope > 0.0 ? (float) ((logOdds - offset) / slope) : Float.POSITIVE_INFINITY;
  }
}
