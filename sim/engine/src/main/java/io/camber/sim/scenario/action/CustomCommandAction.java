package io.camber.sim.scenario.action;

import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/**
 * UserDefinedAction: of its commands the type {@code camber.fault} breaks something, as in
 * {@code <CustomCommandAction type="camber.fault">lidar_top:dropout@0s..3s</CustomCommandAction>}. The window counts from when
 * the action starts; in Init that is the beginning of the run.
 */
@Plays(
    value = {"UserDefinedAction", "CustomCommandAction"},
    support = Support.PARTLY,
    note = "type camber.fault injects a fault; any other: warning, no effect")
public record CustomCommandAction(Fault fault) implements GlobalAction {
  private static final String FAULT = "camber.fault";

  static GlobalAction read(Node node) {
    Optional<Node> command = node.find("CustomCommandAction");
    String type = command.map(found -> found.text("type", "")).orElse("");
    if (command.isEmpty() || !type.equals(FAULT)) {
      node.warn("a user-defined action has no effect unless its type is " + FAULT);
      node.ignoreAll();
      return new NoAction("UserDefinedAction");
    }
    command.get().ignoreAttributes("content");
    String text = command.get().content().isBlank()
        ? command.get().text("content", "")
        : command.get().content();
    try {
      return new CustomCommandAction(Fault.parse(text.strip()));
    } catch (InputException e) {
      throw command.get().error(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void run(Stage stage) {
    stage.announce(fault);
    stage.report("started", "CustomCommandAction", fault.text());
  }
}
