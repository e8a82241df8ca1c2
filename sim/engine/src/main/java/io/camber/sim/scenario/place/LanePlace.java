package io.camber.sim.scenario.place;

import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;

/** LanePosition: road, lane, s and an offset along t from the lane's middle; looks in driving direction unless turned. */
@Plays("LanePosition")
record LanePlace(RoadReference reference, int lane, double s, double offset, Turn turn)
    implements Place {
  static LanePlace read(Node node) {
    return new LanePlace(
        RoadReference.read(node),
        node.integer("laneId"),
        node.finite("s"),
        node.finite("offset", 0.0),
        Turn.read(node));
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Spot on(Stage stage) {
    Road road = reference.on(stage);
    RoadCursor cursor = new RoadCursor(stage.net());
    if (!cursor.setLane(road, lane, s, offset)) {
      throw reference.node().error("road " + road.id() + " has no lane " + lane + " at s=" + s);
    }
    turn.applyToRoad(cursor, drivingDirection(cursor));
    return new Spot(cursor, turn.hasYaw(), false);
  }

  /** Driving direction of the cursor's lane relative to increasing s: 0 or pi. */
  static double drivingDirection(RoadCursor cursor) {
    boolean leftHand = cursor.road().isLeftHandTraffic();
    boolean along = cursor.laneNumber() == 0 || cursor.laneNumber() < 0 != leftHand;
    return along ? 0.0 : Math.PI;
  }
}
