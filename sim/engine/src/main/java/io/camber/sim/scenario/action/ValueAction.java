package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.entity.Values;

/** ParameterAction and VariableAction: sets a value or computes it anew. */
@Plays({
  "ParameterAction",
  "VariableAction",
  "SetAction",
  "ModifyAction",
  "Rule",
  "AddValue",
  "MultiplyByValue"
})
record ValueAction(boolean variable, String name, Change change) implements GlobalAction {
  /** What happens to the value. */
  sealed interface Change {
    /** Replaces it. */
    record Set(String value) implements Change {}

    /** Multiplies and adds. */
    record Modify(double factor, double summand) implements Change {}
  }

  static ValueAction read(Node node, boolean variable) {
    String name = node.text(variable ? "variableRef" : "parameterRef");
    Node change = node.choice();
    if (change.name().equals("SetAction")) {
      return new ValueAction(variable, name, new Change.Set(change.text("value")));
    }
    Node rule = change.one("Rule").choice();
    double value = rule.number("value");
    Change modify = rule.name().equals("MultiplyByValue")
        ? new Change.Modify(value, 0.0)
        : new Change.Modify(1.0, value);
    return new ValueAction(variable, name, modify);
  }

  @Override
  public void run(Stage stage) {
    Values values = variable ? stage.variables() : stage.parameters();
    if (values.find(name).isEmpty()) {
      stage.report("warning", name, "there is no such " + (variable ? "variable" : "parameter"));
    } else if (change instanceof Change.Set set) {
      values.set(name, set.value());
    } else if (change instanceof Change.Modify modify) {
      values.modify(name, modify.factor(), modify.summand());
    }
  }
}
