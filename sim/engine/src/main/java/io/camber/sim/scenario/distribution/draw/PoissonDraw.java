package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;

/** Poisson distribution, cut off at its range: arrivals of unit rate within the expected value. */
record PoissonDraw(double mean, Limits limits) implements Draw {
  private static final double MEAN_MAX = 1e5;

  static PoissonDraw read(Node node) {
    double mean = node.number("expectedValue");
    if (!(mean > 0.0) || mean > MEAN_MAX) {
      throw node.error("expectedValue=\"" + mean
          + "\" of a Poisson distribution is not within 0 to " + (long) MEAN_MAX);
    }
    return new PoissonDraw(mean, Limits.read(node, 0.0));
  }

  @Override
  public String next(RandomStream stream) {
    return RandomStream.text(limits.draw(stream, this::arrivals));
  }

  private double arrivals(RandomStream stream) {
    double time = -StrictMath.log(stream.nextPositive());
    int count = 0;
    while (time <= mean) {
      time -= StrictMath.log(stream.nextPositive());
      count++;
    }
    return count;
  }
}
