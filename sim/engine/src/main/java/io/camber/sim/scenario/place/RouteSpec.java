package io.camber.sim.scenario.place;

import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.routing.Router;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoutePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Route: way points joined by the ways the map's router finds; a closed one leads back to where it starts. */
@Plays({"Route", "RouteRef"})
@Plays(
    value = "Waypoint",
    support = Support.PARTLY,
    note = "routeStrategy has no effect: the quickest way")
public record RouteSpec(String name, boolean closed, List<Place> waypoints) {
  public RouteSpec {
    waypoints = List.copyOf(waypoints);
  }

  /** Reads the element that holds a Route or a reference to one. */
  public static RouteSpec readFrom(Node holder) {
    return read(holder
        .findOrReference("Route")
        .map(Node::withParameters)
        .orElseThrow(
            () -> holder.error("<" + holder.name() + "> needs a <Route> or a <CatalogReference>")));
  }

  private static RouteSpec read(Node route) {
    if (!route.name().equals("Route")) {
      throw route.error("catalog entry is a <" + route.name() + ">, expected a <Route>");
    }
    List<Place> waypoints = new ArrayList<>();
    for (Node waypoint : route.all("Waypoint")) {
      waypoint.ignoreAttributes("routeStrategy");
      waypoints.add(Places.read(waypoint.one("Position")));
    }
    if (waypoints.size() < 2) {
      throw route.error("a route needs at least two way points");
    }
    return new RouteSpec(route.label("name"), route.truth("closed", false), waypoints);
  }

  /** The way through all way points; empty when neither lanes nor roads join two of them. */
  public Optional<RoutePath> path(Stage stage) {
    List<RoadCursor> cursors = new ArrayList<>();
    for (Place waypoint : waypoints) {
      cursors.add(waypoint.on(stage).cursor());
    }
    if (closed) {
      cursors.add(cursors.get(0));
    }
    return through(stage, cursors);
  }

  /** The way through places in order, over lanes or, where those do not join two of them, over roads; else empty. */
  public static Optional<RoutePath> through(Stage stage, List<RoadCursor> cursors) {
    Router router = new Router(stage.net().map());
    Optional<RoutePath> path = Optional.empty();
    for (int i = 0; i + 1 < cursors.size(); i++) {
      Optional<RoutePath> leg = leg(router, cursors.get(i), cursors.get(i + 1));
      if (leg.isEmpty()) {
        return Optional.empty();
      }
      path = path.isEmpty() ? leg : Optional.of(path.get().then(leg.get()));
    }
    return path;
  }

  private static Optional<RoutePath> leg(Router router, RoadCursor from, RoadCursor to) {
    Optional<LanePosition> start = lanePosition(from);
    Optional<LanePosition> end = lanePosition(to);
    if (start.isEmpty() || end.isEmpty()) {
      return RoutePath.overRoads(from, to);
    }
    Optional<List<LaneSegment>> lanes = router.route(start.get(), end.get());
    return lanes
        .map(found -> RoutePath.over(found, from.s(), to.s()))
        .or(() -> RoutePath.overRoads(from, to));
  }

  private static Optional<LanePosition> lanePosition(RoadCursor cursor) {
    Optional<LaneSegment> lane = cursor.lane().filter(LaneSegment::isDrivable);
    return lane.isPresent()
        ? Optional.of(new LanePosition(lane.get(), lane.get().fromRoadS(cursor.s()), 0.0))
        : cursor.net().map().project(cursor.x(), cursor.y());
  }
}
