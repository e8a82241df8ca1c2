package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.traffic.ambient.Ground;
import java.util.ArrayList;
import java.util.List;

/** TrafficArea: a polygon on the ground, or ranges of roads. */
@Plays({"TrafficArea", "Polygon"})
sealed interface TrafficArea {
  /** The area as it lies on the stage's roads. */
  Ground on(Stage stage);

  static TrafficArea read(Node node) {
    List<Node> ranges = node.all("RoadRange");
    if (!ranges.isEmpty()) {
      return new Ranges(ranges.stream().map(RoadRange::read).toList());
    }
    Node polygon = node.find("Polygon")
        .orElseThrow(() -> node.error("<TrafficArea> needs a <Polygon> or a <RoadRange>"));
    List<Place> corners = polygon.all("Position").stream().map(Places::read).toList();
    if (corners.size() < 3) {
      throw polygon.error("a <Polygon> needs three positions at least");
    }
    return new Polygon(corners);
  }

  /** Corners in order. */
  record Polygon(List<Place> corners) implements TrafficArea {
    public Polygon {
      corners = List.copyOf(corners);
    }

    @Override
    public Ground on(Stage stage) {
      double[] x = new double[corners.size()];
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        var pose = corners.get(i).on(stage).cursor().pose();
        x[i] = pose.x();
        y[i] = pose.y();
      }
      return (lane, roadS, px, py) -> isInside(x, y, px, py);
    }

    /** A ray to one side meets the edges an odd number of times. */
    private static boolean isInside(double[] x, double[] y, double px, double py) {
      boolean inside = false;
      for (int a = 0, b = x.length - 1; a < x.length; b = a++) {
        boolean spans = y[a] > py != y[b] > py;
        if (spans && px < (x[b] - x[a]) * (py - y[a]) / (y[b] - y[a]) + x[a]) {
          inside = !inside;
        }
      }
      return inside;
    }
  }

  /** What any of the ranges takes. */
  record Ranges(List<RoadRange> ranges) implements TrafficArea {
    public Ranges {
      ranges = List.copyOf(ranges);
    }

    @Override
    public Ground on(Stage stage) {
      List<RoadRange.Stretch> stretches = new ArrayList<>();
      ranges.forEach(range -> stretches.addAll(range.on(stage.net().map())));
      return (lane, roadS, x, y) -> {
        for (RoadRange.Stretch stretch : stretches) {
          if (stretch.holds(lane, roadS)) {
            return true;
          }
        }
        return false;
      };
    }
  }
}
