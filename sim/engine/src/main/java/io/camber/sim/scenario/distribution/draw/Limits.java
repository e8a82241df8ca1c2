package io.camber.sim.scenario.distribution.draw;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.document.Node;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Closed range of allowed values. What falls outside is drawn again, so that the shape inside stays. */
record Limits(double lower, double upper, String place) {
  private static final int TRIES_MAX = 100_000;

  static Limits read(Node distribution, double lower) {
    Optional<Node> range = distribution.find("Range");
    if (range.isEmpty()) {
      return new Limits(lower, Double.POSITIVE_INFINITY, "");
    }
    Node node = range.get();
    Limits limits = new Limits(
        node.number("lowerLimit"),
        node.number("upperLimit"),
        String.valueOf(node.error("").getMessage()));
    if (limits.upper() < limits.lower()) {
      throw node.error("upperLimit is below lowerLimit");
    }
    return limits;
  }

  double draw(RandomStream stream, ToDoubleFunction<RandomStream> free) {
    for (int i = 0; i < TRIES_MAX; i++) {
      double value = free.applyAsDouble(stream);
      if (value >= lower && value <= upper) {
        return value;
      }
    }
    throw new InputException(place + "the distribution has next to no values in its range from "
        + lower + " to " + upper);
  }
}
