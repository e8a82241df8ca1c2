package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;

/** Normal distribution by expected value and variance, cut off at its range. */
record NormalDraw(double mean, double deviation, Limits limits) implements Draw {
  static NormalDraw read(Node node) {
    double variance = node.number("variance");
    if (!(variance >= 0.0) || Double.isInfinite(variance)) {
      throw node.error("variance=\"" + variance + "\" is not a number from 0 up");
    }
    return new NormalDraw(
        node.number("expectedValue"),
        Math.sqrt(variance),
        Limits.read(node, Double.NEGATIVE_INFINITY));
  }

  @Override
  public String next(RandomStream stream) {
    return RandomStream.text(limits.draw(stream, random -> mean + deviation * random.nextNormal()));
  }
}
