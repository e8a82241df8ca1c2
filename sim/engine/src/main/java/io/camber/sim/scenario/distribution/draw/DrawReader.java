package io.camber.sim.scenario.distribution.draw;

import io.camber.sim.scenario.document.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads the element that says how a parameter is distributed. */
public final class DrawReader {
  private DrawReader() {}

  public static Draw read(Node node) {
    return switch (node.name()) {
      case "ProbabilityDistributionSet" -> WeightedDraw.set(node);
      case "NormalDistribution" -> NormalDraw.read(node);
      case "LogNormalDistribution" -> LogNormalDraw.read(node);
      case "UniformDistribution" -> UniformDraw.read(node);
      case "PoissonDistribution" -> PoissonDraw.read(node);
      case "Histogram" -> WeightedDraw.histogram(node);
      case "UserDefinedDistribution" -> userDefined(node);
      default -> throw node.error("<" + node.name() + "> is no stochastic distribution");
    };
  }

  /** The standard leaves content and type to the tools: ours is a list of equally likely values. */
  private static Draw userDefined(Node node) {
    String type = node.text("type");
    if (!type.equals("values")) {
      throw node.error("distribution type \"" + type
          + "\" is not known; known is \"values\" with content as car,truck");
    }
    List<Draw> choices = new ArrayList<>();
    for (String value : node.content().split(",", -1)) {
      if (value.isBlank()) {
        throw node.error("a value of the list is empty");
      }
      String stripped = value.strip();
      choices.add(stream -> stripped);
    }
    return WeightedDraw.equal(choices);
  }
}
