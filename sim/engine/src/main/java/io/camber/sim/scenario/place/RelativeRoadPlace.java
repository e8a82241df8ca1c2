package io.camber.sim.scenario.place;

import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;

/** RelativeRoadPosition: so far along s and t from an entity; looks along increasing s unless turned. */
@Plays("RelativeRoadPosition")
record RelativeRoadPlace(String entity, double ds, double dt, Turn turn, Node node)
    implements Place {
  static RelativeRoadPlace read(Node node) {
    return new RelativeRoadPlace(
        node.entity("entityRef"), node.finite("ds"), node.finite("dt"), Turn.read(node), node);
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
    cursor.moveAlongRoad(ds);
    Road road = cursor.road();
    cursor.setRoad(road, cursor.s(), cursor.t() + dt);
    cursor.setRoute(null);
    turn.applyToRoad(cursor, 0.0);
    return new Spot(cursor, turn.hasYaw(), false);
  }
}
