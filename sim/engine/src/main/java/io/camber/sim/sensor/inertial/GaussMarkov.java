package io.camber.sim.sensor.inertial;

import java.util.Random;

/** First-order Gauss-Markov process: stationary, zero mean, exponentially correlated; exact for any step. */
final class GaussMarkov {
  private final double std;
  private final double correlationS;
  private final Random random;
  private double value;

  GaussMarkov(double std, double correlationS, Random random) {
    this.std = std;
    this.correlationS = correlationS;
    this.random = random;
    value = std * random.nextGaussian();
  }

  double step(double seconds) {
    double kept = StrictMath.exp(-seconds / correlationS);
    value = kept * value + std * Math.sqrt(1.0 - kept * kept) * random.nextGaussian();
    return value;
  }
}
