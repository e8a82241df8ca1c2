package io.camber.sim.scenario.action;

import io.camber.sim.scenario.controller.TrafficManner;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import java.util.Set;

/** AssignControllerAction: gives the entity a controller and, if it says so, switches it on. */
@Plays(
    value = "AssignControllerAction",
    support = Support.PARTLY,
    note = "the longitudinal domain, for controllers that have a model")
record AssignControllerAction(ControllerModel controller, boolean active) implements PrivateAction {
  static AssignControllerAction read(Node node) {
    node.ignoreAttributes("activateLateral", "activateAnimation", "activateLighting");
    // until version 1.2 the controller could stand in an ObjectController
    Node holder = node.find("ObjectController").orElse(node);
    Node described = holder
        .findOrReference("Controller")
        .orElseThrow(() ->
            node.error("<AssignControllerAction> needs a <Controller> or a <CatalogReference>"));
    ControllerModel controller = ControllerModel.read(holder.text("name", ""), described);
    if (TrafficManner.isOf(controller)) {
      TrafficManner.read(controller, described);
    }
    return new AssignControllerAction(controller, node.truth("activateLongitudinal", false));
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    actor.assign(controller);
    if (active) {
      actor.activate(Optional.of(controller.name()), true);
    }
    return ActionRun.DONE;
  }
}
