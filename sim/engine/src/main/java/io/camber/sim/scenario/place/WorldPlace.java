package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;

/** WorldPosition: a pose in the map frame; what is not given follows from the road. */
record WorldPlace(double x, double y, double z, Turn turn) implements Place {
  static WorldPlace read(Node node) {
    Turn turn = new Turn(
        node.number("h", Double.NaN),
        node.number("p", Double.NaN),
        node.number("r", Double.NaN),
        false);
    return new WorldPlace(node.number("x"), node.number("y"), node.number("z", Double.NaN), turn);
  }

  @Override
  public Spot on(Stage stage) {
    RoadCursor cursor = new RoadCursor(stage.net());
    cursor.setPose(x, y, turn.yawOrZero());
    turn.applyToRoad(cursor, 0.0);
    boolean hasZ = !Double.isNaN(z);
    if (hasZ) {
      cursor.setZ(z);
    }
    return new Spot(cursor, turn.hasYaw(), hasZ);
  }
}
