package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.TrajectoryPose;

/** TrajectoryPosition: so far along a trajectory and beside it. */
@Plays("TrajectoryPosition")
public record TrajectoryPlace(
    TrajectorySpec trajectory, double s, double t, boolean turned, double yaw) implements Place {
  static TrajectoryPlace read(Node node) {
    Turn turn = Turn.read(node);
    return new TrajectoryPlace(
        TrajectorySpec.readFrom(node.one("TrajectoryRef")),
        node.finite("s"),
        node.finite("t", 0.0),
        turn.hasYaw(),
        turn.yawOrZero());
  }

  @Override
  public Spot on(Stage stage) {
    TrajectoryPose pose = new TrajectoryPose();
    trajectory.line(stage, TrajectorySpec.Start.POSITION).at(s, pose);
    RoadCursor cursor = new RoadCursor(stage.net());
    double x = pose.x() - t * StrictMath.sin(pose.yaw());
    double y = pose.y() + t * StrictMath.cos(pose.yaw());
    cursor.setPose(x, y, pose.yaw() + yaw);
    return new Spot(cursor, turned, false);
  }
}
