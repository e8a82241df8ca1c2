package io.camber.sim.scenario.place;

import io.camber.geometry.Pose2;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;

/**
 * WorldPosition: a pose in the coordinates of the map's file, to which the offset in its header applies as to the roads; what
 * is not given follows from the road.
 */
@Plays("WorldPosition")
record WorldPlace(double x, double y, double z, Turn turn) implements Place {
  static WorldPlace read(Node node) {
    Turn turn = new Turn(
        node.finite("h", Double.NaN),
        node.finite("p", Double.NaN),
        node.finite("r", Double.NaN),
        false);
    return new WorldPlace(node.finite("x"), node.finite("y"), node.finite("z", Double.NaN), turn);
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Spot on(Stage stage) {
    RoadCursor cursor = new RoadCursor(stage.net());
    Pose2 mapFromFile = stage.net().map().mapFromFile();
    Pose2 there = mapFromFile.times(new Pose2(x, y, 0.0));
    cursor.setPose(there.x(), there.y(), 0.0);
    turn.turnedBy(mapFromFile.yaw()).applyToRoad(cursor, 0.0);
    boolean hasZ = !Double.isNaN(z);
    if (hasZ) {
      cursor.setZ(z);
    }
    return new Spot(cursor, turn.hasYaw(), hasZ);
  }
}
