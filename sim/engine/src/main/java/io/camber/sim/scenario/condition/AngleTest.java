package io.camber.sim.scenario.condition;

import io.camber.geometry.Angles;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Frame;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.TrajectoryPose;
import java.util.Optional;

/** AngleCondition and RelativeAngleCondition: heading, pitch or roll is within a tolerance of a value. */
@Plays({"AngleCondition", "RelativeAngleCondition"})
record AngleTest(Kind kind, double angle, double tolerance, Frame frame, Optional<String> other)
    implements EntityTest {
  /** Which angle. */
  enum Kind {
    HEADING,
    PITCH,
    ROLL
  }

  static AngleTest read(Node node) {
    return new AngleTest(
        node.oneOf("angleType", Kind.class),
        node.number("angle"),
        node.number("angleTolerance"),
        node.oneOf("coordinateSystem", Frame.class, Frame.WORLD),
        Optional.empty());
  }

  static AngleTest readRelative(Node node) {
    return new AngleTest(
        node.oneOf("angleType", Kind.class),
        node.number("angle"),
        node.number("angleTolerance"),
        node.oneOf("coordinateSystem", Frame.class, Frame.ENTITY),
        Optional.of(node.entity("entityRef")));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    RoadCursor own = entity.seen().cursor();
    double reference = other
        .map(name -> of(stage.entity(name).seen().cursor()))
        .orElseGet(() -> reference(entity));
    return Math.abs(Angles.difference(of(own) - reference, angle)) < tolerance + 1e-6;
  }

  private double of(RoadCursor cursor) {
    return switch (kind) {
      case HEADING -> cursor.yaw();
      case PITCH -> cursor.pitch();
      case ROLL -> cursor.roll();
    };
  }

  private double reference(Entity entity) {
    RoadCursor cursor = entity.seen().cursor();
    if (kind != Kind.HEADING) {
      return 0.0;
    }
    return switch (frame) {
      case WORLD -> 0.0;
      case ENTITY -> cursor.yaw();
      case ROAD -> cursor.roadYaw();
      case LANE -> cursor.roadYaw() + (cursor.laneDirection() > 0 ? 0.0 : Math.PI);
      case TRAJECTORY ->
        entity
            .seen()
            .trajectory()
            .map(run -> run.pose())
            .map(TrajectoryPose::lineYaw)
            .orElse(cursor.yaw());
    };
  }
}
