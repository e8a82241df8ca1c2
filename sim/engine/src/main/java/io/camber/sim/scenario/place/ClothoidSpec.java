package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.trajectory.Lines;
import io.camber.sim.scenario.trajectory.Lines.ClothoidPiece;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import java.util.List;

/** A Clothoid: curvature that changes evenly from its start. */
@Plays("Clothoid")
record ClothoidSpec(
    Place from,
    double curvature,
    double curvaturePrime,
    double lengthM,
    double startTimeS,
    double stopTimeS)
    implements ShapeSpec {
  static ClothoidSpec read(Node node) {
    double prime = node.has("curvaturePrime")
        ? node.finite("curvaturePrime")
        : node.finite("curvatureDot", 0.0);
    return new ClothoidSpec(
        Places.read(node.one("Position")),
        node.finite("curvature"),
        prime,
        node.finite("length"),
        node.finite("startTime", Double.NaN),
        node.finite("stopTime", Double.NaN));
  }

  @Override
  public TrajectoryLine line(Stage stage, TrajectorySpec.Start start) {
    ClothoidPiece piece = new ClothoidPiece(
        curvature,
        curvature + curvaturePrime * lengthM,
        lengthM,
        ShapeSpec.vertex(from.on(stage), startTimeS),
        true);
    return Lines.clothoids(List.of(piece), stopTimeS);
  }
}
