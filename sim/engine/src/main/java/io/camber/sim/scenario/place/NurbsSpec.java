package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.trajectory.Lines;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import io.camber.sim.scenario.trajectory.Vertex;
import java.util.ArrayList;
import java.util.List;

/** A Nurbs: control points with weights and a knot vector. */
@Plays({"Nurbs", "ControlPoint", "Knot"})
record NurbsSpec(
    int order, List<Place> controls, List<Double> times, List<Double> weights, List<Double> knots)
    implements ShapeSpec {
  NurbsSpec {
    controls = List.copyOf(controls);
    times = List.copyOf(times);
    weights = List.copyOf(weights);
    knots = List.copyOf(knots);
  }

  static NurbsSpec read(Node node) {
    int order = node.integer("order");
    List<Place> controls = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Double> knots = new ArrayList<>();
    for (Node control : node.all("ControlPoint")) {
      controls.add(Places.read(control.one("Position")));
      times.add(control.finite("time", Double.NaN));
      weights.add(control.finite("weight", 1.0));
    }
    for (Node knot : node.all("Knot")) {
      knots.add(knot.finite("value"));
    }
    if (order < 2 || controls.size() < order) {
      throw node.error(
          "a Nurbs of order " + order + " needs an order of at least 2 and as many control points");
    }
    if (knots.size() != controls.size() + order) {
      throw node.error("a Nurbs of order " + order + " with " + controls.size()
          + " control points needs " + (controls.size() + order) + " knots, has " + knots.size());
    }
    for (int i = 1; i < knots.size(); i++) {
      if (knots.get(i) < knots.get(i - 1)) {
        throw node.error("knots must not fall");
      }
    }
    return new NurbsSpec(order, controls, times, weights, knots);
  }

  @Override
  public TrajectoryLine line(Stage stage, TrajectorySpec.Start start) {
    List<Vertex> vertices = new ArrayList<>();
    for (int i = 0; i < controls.size(); i++) {
      vertices.add(ShapeSpec.vertex(controls.get(i).on(stage), times.get(i)));
    }
    double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
    double[] k = knots.stream().mapToDouble(Double::doubleValue).toArray();
    return Lines.nurbs(order, vertices, w, k);
  }
}
