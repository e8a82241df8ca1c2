package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import java.util.Set;

/**
 * ActivateControllerAction: switches a controller of the entity's speed on or off. Nobody here controls the lateral domain,
 * animation or lights but the storyboard.
 *
 * @param longitudinal empty to leave it as it is
 */
@Plays(
    value = "ActivateControllerAction",
    support = Support.PARTLY,
    note = "the longitudinal domain, for controllers that have a model")
record ActivateControllerAction(Optional<String> controller, Optional<Boolean> longitudinal)
    implements PrivateAction {
  static ActivateControllerAction read(Node node) {
    node.ignoreAttributes("lateral", "animation", "lighting");
    Optional<Boolean> longitudinal = node.has("longitudinal")
        ? Optional.of(node.truth("longitudinal", false))
        : Optional.empty();
    Optional<String> controller = node.findText("objectControllerRef")
        .or(() -> node.findText("controllerRef"))
        .filter(name -> !name.isEmpty());
    return new ActivateControllerAction(controller, longitudinal);
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    longitudinal.ifPresent(active -> actor.activate(controller, active));
    return ActionRun.DONE;
  }
}
