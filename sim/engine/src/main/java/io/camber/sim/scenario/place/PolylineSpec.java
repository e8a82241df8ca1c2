package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.trajectory.Lines;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import io.camber.sim.scenario.trajectory.Vertex;
import java.util.ArrayList;
import java.util.List;

/** A Polyline with optional times. */
@Plays({"Polyline", "Vertex"})
record PolylineSpec(List<Place> corners, List<Double> times) implements ShapeSpec {
  PolylineSpec {
    corners = List.copyOf(corners);
    times = List.copyOf(times);
  }

  static PolylineSpec read(Node node) {
    List<Place> corners = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (Node vertex : node.all("Vertex")) {
      corners.add(Places.read(vertex.one("Position")));
      times.add(vertex.finite("time", Double.NaN));
    }
    if (corners.size() < 2) {
      throw node.error("a polyline needs at least two vertices");
    }
    return new PolylineSpec(corners, times);
  }

  @Override
  public TrajectoryLine line(Stage stage, TrajectorySpec.Start start) {
    List<Vertex> vertices = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      vertices.add(ShapeSpec.vertex(corners.get(i).on(stage), times.get(i)));
    }
    return Lines.polyline(vertices, start.turning(), start.follows(), start.speedMps());
  }
}
