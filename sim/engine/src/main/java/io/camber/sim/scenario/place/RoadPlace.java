package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;

/** RoadPosition: road, s and t; looks along increasing s unless turned. */
@Plays("RoadPosition")
record RoadPlace(RoadReference reference, double s, double t, Turn turn) implements Place {
  static RoadPlace read(Node node) {
    return new RoadPlace(
        RoadReference.read(node), node.finite("s"), node.finite("t", 0.0), Turn.read(node));
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Spot on(Stage stage) {
    RoadCursor cursor = new RoadCursor(stage.net());
    cursor.setRoad(reference.on(stage), s, t);
    turn.applyToRoad(cursor, 0.0);
    return new Spot(cursor, turn.hasYaw(), false);
  }
}
