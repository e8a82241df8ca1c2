package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.Lines;
import io.camber.sim.scenario.trajectory.Lines.ClothoidPiece;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import io.camber.sim.scenario.trajectory.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ClothoidSpline: clothoids joined end to end. */
@Plays({"ClothoidSpline", "ClothoidSplineSegment", "PositionStart"})
record ClothoidSplineSpec(List<Segment> segments, double endTimeS) implements ShapeSpec {
  /** One clothoid; without a start it begins where the one before ends. */
  record Segment(
      Optional<Place> from,
      double curvatureStart,
      double curvatureEnd,
      double lengthM,
      double turn,
      double startTimeS) {}

  ClothoidSplineSpec {
    segments = List.copyOf(segments);
  }

  static ClothoidSplineSpec read(Node node) {
    List<Segment> segments = new ArrayList<>();
    for (Node segment : node.all("ClothoidSplineSegment")) {
      segments.add(new Segment(
          segment.find("PositionStart").map(Places::read),
          segment.finite("curvatureStart"),
          segment.finite("curvatureEnd"),
          segment.finite("length"),
          segment.finite("hOffset", 0.0),
          segment.finite("timeStart", Double.NaN)));
    }
    if (segments.isEmpty()) {
      throw node.error("a clothoid spline needs at least one segment");
    }
    return new ClothoidSplineSpec(segments, node.finite("timeEnd", Double.NaN));
  }

  @Override
  public TrajectoryLine line(Stage stage, TrajectorySpec.Start start) {
    List<ClothoidPiece> pieces = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Optional<RoadCursor> from = segment.from().map(place -> place.on(stage).cursor());
      if (from.isEmpty() && i == 0) {
        from = start.from();
      }
      double x = from.map(RoadCursor::x).orElse(0.0);
      double y = from.map(RoadCursor::y).orElse(0.0);
      double yaw = from.map(RoadCursor::yaw).orElse(0.0) + segment.turn();
      Vertex vertex = new Vertex(x, y, 0.0, yaw, true, false, segment.startTimeS());
      pieces.add(new ClothoidPiece(
          segment.curvatureStart(),
          segment.curvatureEnd(),
          segment.lengthM(),
          vertex,
          from.isPresent()));
    }
    return Lines.clothoids(pieces, endTimeS);
  }
}
