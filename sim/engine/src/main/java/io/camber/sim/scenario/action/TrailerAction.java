package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import java.util.Set;

/** TrailerAction: connects a trailer, or, without one, disconnects. */
@Plays({"TrailerAction", "ConnectTrailerAction", "DisconnectTrailerAction"})
record TrailerAction(Optional<String> trailer) implements PrivateAction {
  static TrailerAction read(Node node) {
    Node kind = node.choice();
    return kind.name().equals("ConnectTrailerAction")
        ? new TrailerAction(Optional.of(kind.entity("trailerRef")))
        : new TrailerAction(Optional.empty());
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    trailer.ifPresentOrElse(name -> actor.connect(stage.entity(name)), actor::disconnect);
    return ActionRun.DONE;
  }
}
