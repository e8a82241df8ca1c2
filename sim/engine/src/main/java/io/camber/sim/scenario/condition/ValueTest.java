package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.entity.Values;

/** Compares a parameter or variable. Its answer stays the same as long as {@link #revision} does. */
public final class ValueTest implements Test.OnStage {
  private final String name;
  private final String wanted;
  private final double wantedNumber;
  private final Rule rule;
  private final boolean isVariable;

  private ValueTest(String name, String wanted, Rule rule, boolean isVariable) {
    this.name = name;
    this.wanted = wanted;
    this.wantedNumber = Values.number(wanted);
    this.rule = rule;
    this.isVariable = isVariable;
  }

  static ValueTest parameter(Node node) {
    return read(node, "parameterRef", false);
  }

  static ValueTest variable(Node node) {
    return read(node, "variableRef", true);
  }

  private static ValueTest read(Node node, String attribute, boolean isVariable) {
    return new ValueTest(
        node.text(attribute), node.text("value"), node.oneOf("rule", Rule.class), isVariable);
  }

  @Override
  public boolean holds(Stage stage) {
    Values values = values(stage);
    double current = values.numberOf(name);
    if (!Double.isNaN(current) && !Double.isNaN(wantedNumber)) {
      return rule.compare(current, wantedNumber);
    }
    return values.find(name).filter(text -> rule.compareTexts(text, wanted)).isPresent();
  }

  /** How often any of the values that this one is among has changed. */
  public int revision(Stage stage) {
    return values(stage).revision();
  }

  private Values values(Stage stage) {
    return isVariable ? stage.variables() : stage.parameters();
  }
}
