package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.scenario.place.Spot;
import java.util.Optional;
import java.util.Set;

/** TeleportAction: puts the entity somewhere at once. */
@Plays("TeleportAction")
public record TeleportAction(Place place) implements PrivateAction {
  static TeleportAction read(Node node) {
    return new TeleportAction(Places.read(node.one("Position")));
  }

  @Override
  public Set<Domain> domains() {
    return Domain.BOTH;
  }

  @Override
  public Optional<String> anchor() {
    return place.anchor();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    if (actor.tow().isPresent()) {
      return ActionRun.DONE;
    }
    Spot spot = place.on(stage);
    actor.driven().cursor().set(spot.cursor());
    actor.driven().markTeleported();
    actor.rearAxle().ifPresent(axle -> axle.align(actor.driven().cursor()));
    actor.trailer().ifPresent(trailer -> Trailers.align(actor));
    return ActionRun.DONE;
  }
}
