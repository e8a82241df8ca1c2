package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import java.util.Optional;

/** EntityAction: brings an entity into the world at a place, or takes it out when there is none. */
@Plays({"EntityAction", "AddEntityAction", "DeleteEntityAction"})
record EntityAction(String entity, Optional<Place> place) implements GlobalAction {
  static EntityAction read(Node node) {
    String entity = node.entity("entityRef");
    Node kind = node.choice();
    return new EntityAction(
        entity,
        kind.name().equals("AddEntityAction")
            ? Optional.of(Places.read(kind.one("Position")))
            : Optional.empty());
  }

  @Override
  public void run(Stage stage) {
    Entity target = stage.entity(entity);
    if (place.isEmpty()) {
      target.setPresent(false);
      return;
    }
    if (!target.isPresent()) {
      target.driven().cursor().set(place.get().on(stage).cursor());
      target.rearAxle().ifPresent(axle -> axle.align(target.driven().cursor()));
      target.driven().markTeleported();
      target.setPresent(true);
    }
  }
}
