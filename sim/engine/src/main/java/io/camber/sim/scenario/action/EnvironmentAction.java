package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Stage;

/** EnvironmentAction: names the environment; its weather is not simulated, which a warning at reading says. */
record EnvironmentAction(String name) implements GlobalAction {
  static EnvironmentAction read(Node node) {
    Node environment = node.findOrReference("Environment")
        .orElseThrow(
            () -> node.error("<EnvironmentAction> needs an <Environment> or a <CatalogReference>"));
    String name = environment.text("name", "");
    environment.ignoreAll();
    environment.warn("environment \"" + name
        + "\" has no effect: weather, time of day and friction are not simulated");
    return new EnvironmentAction(name);
  }

  @Override
  public void run(Stage stage) {
    stage.report("started", "EnvironmentAction", name);
  }
}
