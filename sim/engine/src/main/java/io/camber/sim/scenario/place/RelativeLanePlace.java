package io.camber.sim.scenario.place;

import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;

/**
 * RelativeLanePosition: so many lanes beside an entity and so far along. "ds" runs along the road's s, "dsLane"
 * along the entity's driving direction; lanes count along t, the lane of the reference line is skipped.
 */
@Plays("RelativeLanePosition")
record RelativeLanePlace(
    String entity, int dLane, double ds, boolean alongLane, double offset, Turn turn, Node node)
    implements Place {
  static RelativeLanePlace read(Node node) {
    boolean alongLane = !node.has("ds") && node.has("dsLane");
    double ds = alongLane ? node.finite("dsLane") : node.finite("ds", 0.0);
    return new RelativeLanePlace(
        node.entity("entityRef"),
        node.integer("dLane"),
        ds,
        alongLane,
        node.finite("offset", 0.0),
        Turn.read(node),
        node);
  }

  @Override
  public Optional<String> anchor() {
    return Optional.of(entity);
  }

  @Override
  public Spot on(Stage stage) {
    RoadCursor base = stage.entity(entity).seen().cursor();
    if (!base.isOnRoad()) {
      throw node.error("entity " + entity + " is on no road");
    }
    RoadCursor cursor = base.copy();
    cursor.moveAlongRoad(alongLane ? ds * base.laneDirection() : ds);
    boolean flip = alongLane && base.laneDirection() < 0;
    int lane = Lanes.shifted(cursor.laneNumber(), flip ? -dLane : dLane);
    Road road = cursor.road();
    double s = cursor.s();
    if (!cursor.setLane(road, lane, s, flip ? -offset : offset)) {
      throw node.error("road " + road.id() + " has no lane " + lane + " at s=" + s);
    }
    cursor.setRoute(null);
    // an entity that drives against its lane has its neighbours look its way
    double against = Math.abs(base.relativeYaw() - LanePlace.drivingDirection(base)) > Math.PI / 2.0
            && Math.abs(base.relativeYaw() - LanePlace.drivingDirection(base)) < 1.5 * Math.PI
        ? Math.PI
        : 0.0;
    turn.applyToRoad(cursor, LanePlace.drivingDirection(cursor) + against);
    return new Spot(cursor, turn.hasYaw(), false);
  }
}
