package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;

/** RelativeObjectPosition: shifted from an entity along its own axes, x forward and y left. */
@Plays("RelativeObjectPosition")
record RelativeObjectPlace(String entity, double dx, double dy, double dz, Turn turn)
    implements Place {
  static RelativeObjectPlace read(Node node) {
    return new RelativeObjectPlace(
        node.entity("entityRef"),
        node.finite("dx"),
        node.finite("dy"),
        node.finite("dz", Double.NaN),
        Turn.read(node));
  }

  @Override
  public Optional<String> anchor() {
    return Optional.of(entity);
  }

  @Override
  public Spot on(Stage stage) {
    RoadCursor base = stage.entity(entity).seen().cursor();
    double c = StrictMath.cos(base.yaw());
    double n = StrictMath.sin(base.yaw());
    RoadCursor cursor = base.copy();
    cursor.setRoute(null);
    cursor.setPose(base.x() + c * dx - n * dy, base.y() + n * dx + c * dy, base.yaw());
    turn.applyToMap(cursor, base.yaw());
    boolean hasZ = !Double.isNaN(dz);
    if (hasZ) {
      cursor.setZ(base.z() + dz);
    }
    return new Spot(cursor, turn.hasYaw(), hasZ);
  }
}
