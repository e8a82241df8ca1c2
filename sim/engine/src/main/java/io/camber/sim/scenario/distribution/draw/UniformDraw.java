package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;

/** Uniform distribution over a range. */
record UniformDraw(double lower, double upper) implements Draw {
  static UniformDraw read(Node node) {
    Node range = node.one("Range");
    UniformDraw draw = new UniformDraw(range.number("lowerLimit"), range.number("upperLimit"));
    if (!(draw.upper() - draw.lower() >= 0.0) || Double.isInfinite(draw.upper() - draw.lower())) {
      throw range.error(
          "a uniform distribution needs finite limits, the upper not below the lower");
    }
    return draw;
  }

  @Override
  public String next(RandomStream stream) {
    return RandomStream.text(at(stream));
  }

  double at(RandomStream stream) {
    return lower + (upper - lower) * stream.nextUnit();
  }
}
