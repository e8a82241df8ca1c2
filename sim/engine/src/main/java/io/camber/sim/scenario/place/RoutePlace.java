package io.camber.sim.scenario.place;

import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoutePath;

/**
 * RoutePosition: so far along a route; t counts along the route. Where the route runs against increasing s, a lane number of
 * the side that drives the other way is taken as counted along the route, which is how NCAP's scenarios mean it.
 *
 * @param lane 0 for road coordinates, where {@code offset} is t
 */
@Plays({"RoutePosition", "InRoutePosition", "FromRoadCoordinates", "FromLaneCoordinates"})
@Plays(value = "FromCurrentEntity", support = Support.NOT, note = "refused")
record RoutePlace(RouteSpec route, double pathS, int lane, double offset, Turn turn, Node node)
    implements Place {
  static RoutePlace read(Node node) {
    RouteSpec route = RouteSpec.readFrom(node.one("RouteRef"));
    Turn turn = Turn.read(node);
    Node in = node.one("InRoutePosition").choice();
    return switch (in.name()) {
      case "FromRoadCoordinates" ->
        new RoutePlace(route, in.finite("pathS"), 0, in.finite("t"), turn, node);
      case "FromLaneCoordinates" ->
        new RoutePlace(
            route,
            in.finite("pathS"),
            in.integer("laneId"),
            in.finite("laneOffset", 0.0),
            turn,
            node);
      default ->
        throw in.error("<" + in.name()
            + "> is not supported in a RoutePosition; use road or lane coordinates");
    };
  }

  @Override
  public Spot on(Stage stage) {
    RoutePath path = route
        .path(stage)
        .orElseThrow(() ->
            node.error("the way points of route " + route.name() + " are not joined by lanes"));
    RoutePath.Place at = path.at(pathS);
    Road road = stage.net().map().findRoad(at.roadId()).orElseThrow();
    RoadCursor cursor = new RoadCursor(stage.net());
    double base = at.direction() > 0 ? 0.0 : Math.PI;
    if (lane == 0) {
      cursor.setRoad(road, at.s(), at.direction() * offset);
    } else {
      boolean asWritten = at.direction() > 0 || lane > 0 != road.isLeftHandTraffic();
      int number = asWritten ? lane : -lane;
      if (!cursor.setLane(road, number, at.s(), asWritten ? offset : -offset)) {
        throw node.error("road " + road.id() + " has no lane " + number + " at s=" + at.s());
      }
      base = LanePlace.drivingDirection(cursor);
    }
    turn.applyToRoad(cursor, base);
    return new Spot(cursor, turn.hasYaw(), false);
  }
}
