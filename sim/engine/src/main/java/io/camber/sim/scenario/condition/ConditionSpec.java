package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;

/** A Condition: a test, the edge of its result that counts, and a delay. */
@Plays("Condition")
public record ConditionSpec(String name, Test test, Edge edge, double delayS) {
  /** Which change of a test's result counts. */
  public enum Edge {
    NONE,
    RISING,
    FALLING,
    RISING_OR_FALLING
  }

  public static ConditionSpec read(Node node) {
    double delay = node.number("delay", 0.0);
    if (delay < 0.0) {
      throw node.error("delay " + delay + " s is negative");
    }
    Node kind = node.choice();
    Test test = switch (kind.name()) {
      case "ByEntityCondition" -> ByEntity.read(kind);
      case "ByValueCondition" -> ByValue.read(kind);
      default -> throw kind.error("<" + kind.name() + "> is not a condition");
    };
    return new ConditionSpec(
        node.label("name"), test, node.oneOf("conditionEdge", Edge.class, Edge.NONE), delay);
  }
}
