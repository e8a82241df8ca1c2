package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.RouteSpec;
import io.camber.sim.scenario.road.RoutePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AssignRouteAction: from now on the entity takes the way of the route at junctions. */
@Plays("AssignRouteAction")
public record AssignRouteAction(RouteSpec route) implements PrivateAction {
  static AssignRouteAction read(Node node) {
    return new AssignRouteAction(RouteSpec.readFrom(node));
  }

  /** The places of the route, goal last. */
  public List<Place> waypoints() {
    return route.waypoints();
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    Optional<RoutePath> path = route.path(stage);
    if (path.isEmpty()) {
      stage.report(
          "warning", actor.name(), "no lanes join the way points of route " + route.name());
    }
    actor.driven().cursor().setRoute(path.orElse(null));
    return ActionRun.DONE;
  }
}
