package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;
import java.util.ArrayList;
import java.util.List;

/** One of several, with chances in proportion to their weights: values of a set, or bins of a histogram. */
record WeightedDraw(List<Draw> choices, List<Double> weights) implements Draw {
  WeightedDraw {
    choices = List.copyOf(choices);
    weights = List.copyOf(weights);
  }

  static WeightedDraw set(Node node) {
    List<Draw> choices = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Node element : node.all("Element")) {
      String value = element.text("value");
      choices.add(stream -> value);
      weights.add(weight(element));
    }
    return checked(node, choices, weights);
  }

  /** Uniform within each bin. */
  static WeightedDraw histogram(Node node) {
    List<Draw> choices = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Node bin : node.all("Bin")) {
      choices.add(UniformDraw.read(bin));
      weights.add(weight(bin));
    }
    return checked(node, choices, weights);
  }

  static WeightedDraw equal(List<Draw> choices) {
    return new WeightedDraw(choices, choices.stream().map(choice -> 1.0).toList());
  }

  private static double weight(Node node) {
    double weight = node.number("weight");
    if (!(weight >= 0.0) || Double.isInfinite(weight)) {
      throw node.error("weight=\"" + weight + "\" is not a number from 0 up");
    }
    return weight;
  }

  private static WeightedDraw checked(Node node, List<Draw> choices, List<Double> weights) {
    WeightedDraw draw = new WeightedDraw(choices, weights);
    if (!(draw.total() > 0.0)) {
      throw node.error("<" + node.name() + "> needs an entry of a weight above 0");
    }
    return draw;
  }

  private double total() {
    double total = 0.0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  @Override
  public String next(RandomStream stream) {
    double left = stream.nextUnit() * total();
    int last = 0;
    for (int i = 0; i < weights.size(); i++) {
      double weight = weights.get(i);
      if (weight > 0.0) {
        last = i;
        if (left < weight) {
          break;
        }
        left -= weight;
      }
    }
    return choices.get(last).next(stream);
  }
}
