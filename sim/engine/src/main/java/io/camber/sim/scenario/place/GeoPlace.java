package io.camber.sim.scenario.place;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;

/** GeoPosition: a place on earth, put on the map by the projection that the map's geoReference names. Angles in radians. */
@Plays(
    value = "GeoPosition",
    support = Support.PARTLY,
    note = "on maps whose geoReference is a transverse Mercator or UTM projection")
record GeoPlace(double latitude, double longitude, Turn turn, Node node) implements Place {
  static GeoPlace read(Node node) {
    node.ignoreAttributes("height", "altitude", "verticalRoadSelection");
    return new GeoPlace(angle(node, "latitude"), angle(node, "longitude"), Turn.read(node), node);
  }

  /** In degrees since version 1.2, in radians before. */
  private static double angle(Node node, String name) {
    return node.has(name + "Deg")
        ? StrictMath.toRadians(node.finite(name + "Deg"))
        : node.finite(name);
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Spot on(Stage stage) {
    Optional<String> reference = stage.net().map().geoReference();
    GeoProjection projection = reference
        .flatMap(GeoProjection::parse)
        .orElseThrow(() -> node.error(
            reference.isEmpty()
                ? "<GeoPosition> needs a map with a geoReference"
                : "<GeoPosition>: the map's geoReference \"" + reference.get().strip()
                    + "\" is no transverse Mercator or UTM projection"));
    Vec2 projected = projection.project(latitude, longitude);
    Pose2 mapFromFile = stage.net().map().mapFromFile();
    Pose2 there = mapFromFile.times(new Pose2(projected.x(), projected.y(), 0.0));
    RoadCursor cursor = new RoadCursor(stage.net());
    cursor.setPose(there.x(), there.y(), 0.0);
    turn.turnedBy(mapFromFile.yaw()).applyToRoad(cursor, 0.0);
    return new Spot(cursor, turn.hasYaw(), false);
  }
}
