package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.scenario.place.RouteSpec;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoutePath;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AcquirePositionAction: from now on the entity takes the way to a place at junctions. */
@Plays("AcquirePositionAction")
public record AcquirePositionAction(Place place) implements PrivateAction {
  static AcquirePositionAction read(Node node) {
    return new AcquirePositionAction(Places.read(node.one("Position")));
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LONGITUDINAL);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    RoadCursor here = actor.driven().cursor();
    Optional<RoutePath> path =
        RouteSpec.through(stage, List.of(here.copy(), place.on(stage).cursor()));
    if (path.isEmpty()) {
      stage.report("warning", actor.name(), "no lanes lead to the position to acquire");
    }
    here.setRoute(path.orElse(null));
    return ActionRun.DONE;
  }
}
