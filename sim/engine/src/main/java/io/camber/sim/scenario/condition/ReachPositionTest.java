package io.camber.sim.scenario.condition;

import io.camber.geometry.Angles;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.scenario.road.RoadCursor;

/**
 * ReachPositionCondition: the reference point is within a tolerance of a place, and, when the place bears an Orientation, the body
 * is turned that way: the standard does not say how closely, so the tolerance is esmini's.
 */
@Plays("ReachPositionCondition")
record ReachPositionTest(Place place, double toleranceM, boolean turned) implements EntityTest {
  private static final double ANGLE_TOLERANCE = 0.05;

  static ReachPositionTest read(Node node) {
    Node position = node.one("Position");
    return new ReachPositionTest(
        Places.read(position),
        node.number("tolerance"),
        position.choice().find("Orientation").isPresent());
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    RoadCursor target = place.seenOn(stage);
    RoadCursor own = entity.seen().cursor();
    if (turned && Math.abs(Angles.difference(own.yaw(), target.yaw())) >= ANGLE_TOLERANCE) {
      return false;
    }
    return StrictMath.hypot(target.x() - own.x(), target.y() - own.y()) < toleranceM;
  }
}
