package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;

/**
 * Log-normal distribution, cut off at its range. The file gives expected value E and variance V of the value itself; those of
 * its logarithm are ln(E^2 / sqrt(V + E^2)) and ln(1 + V / E^2).
 */
record LogNormalDraw(double logMean, double logDeviation, Limits limits) implements Draw {
  static LogNormalDraw read(Node node) {
    double expected = node.number("expectedValue");
    double variance = node.number("variance");
    if (!(expected > 0.0) || !(variance >= 0.0) || Double.isInfinite(expected + variance)) {
      throw node.error(
          "a log-normal distribution needs an expectedValue above 0 and a variance from 0 up");
    }
    double square = expected * expected;
    return new LogNormalDraw(
        StrictMath.log(square / Math.sqrt(variance + square)),
        Math.sqrt(StrictMath.log1p(variance / square)),
        Limits.read(node, 0.0));
  }

  @Override
  public String next(RandomStream stream) {
    return RandomStream.text(limits.draw(
        stream, random -> StrictMath.exp(logMean + logDeviation * random.nextNormal())));
  }
}
