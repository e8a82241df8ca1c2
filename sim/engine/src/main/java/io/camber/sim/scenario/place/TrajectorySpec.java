package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import io.camber.sim.scenario.trajectory.TrajectoryLine.Turning;
import java.util.Optional;

/** A Trajectory: a shape whose places are resolved when somebody starts to follow it. */
@Plays({"Trajectory", "TrajectoryRef", "Shape"})
public record TrajectorySpec(String name, boolean closed, ShapeSpec shape) {

  /** Where and how somebody starts to follow. */
  public record Start(
      Turning turning, boolean follows, double speedMps, Optional<RoadCursor> from) {
    static final Start POSITION = new Start(Turning.AT_CORNERS, false, 0.0, Optional.empty());
  }

  /** Reads the element that holds a Trajectory or a reference to one. */
  public static TrajectorySpec readFrom(Node holder) {
    Node trajectory = holder
        .findOrReference("Trajectory")
        .map(Node::withParameters)
        .orElseThrow(() ->
            holder.error("<" + holder.name() + "> needs a <Trajectory> or a <CatalogReference>"));
    if (!trajectory.name().equals("Trajectory")) {
      throw trajectory.error(
          "catalog entry is a <" + trajectory.name() + ">, expected a <Trajectory>");
    }
    return new TrajectorySpec(
        trajectory.label("name"),
        trajectory.truth("closed", false),
        ShapeSpec.read(trajectory.one("Shape").choice()));
  }

  public TrajectoryLine line(Stage stage, Start start) {
    return shape.line(stage, start);
  }
}
