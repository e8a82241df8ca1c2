package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.scenario.road.RoadCursor;

/** ReachPositionCondition: the reference point is within a tolerance of a place. */
record ReachPositionTest(Place place, double toleranceM) implements EntityTest {
  static ReachPositionTest read(Node node) {
    return new ReachPositionTest(Places.read(node.one("Position")), node.number("tolerance"));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    RoadCursor target = place.on(stage).cursor();
    RoadCursor own = entity.seen().cursor();
    return StrictMath.hypot(target.x() - own.x(), target.y() - own.y()) < toleranceM;
  }
}
