package io.camber.sim.scene.town;

import io.camber.map.road.Lane;
import io.camber.map.road.LaneHeight;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;

/** A short stretch of one lane section, the unit in which roads are cut into tiles. */
record RoadPiece(Road road, int sectionIndex, double from, double to) {
  /** Longest piece. */
  static final double LENGTH_M = 24.0;

  /** Chords may leave a curve by this much. */
  private static final double SAGITTA_M = 0.012;

  LaneSection section() {
    return road.sections().get(sectionIndex);
  }

  double middle() {
    return 0.5 * (from + to);
  }

  boolean inJunction() {
    return road.junctionId().isPresent();
  }

  /** Stations of the cross-sections that draw this piece, ends included. */
  double[] stations() {
    double curvature = Math.max(
        Math.abs(road.curvatureAt(middle())),
        Math.max(Math.abs(road.curvatureAt(from)), Math.abs(road.curvatureAt(to))));
    double step = Math.sqrt(8.0 * SAGITTA_M / Math.max(curvature, 1e-6));
    int steps = (int) Math.max(1.0, Math.ceil((to - from) / Math.max(1.0, Math.min(8.0, step))));
    double[] stations = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      stations[i] = from + (to - from) * i / steps;
    }
    return stations;
  }

  /** Height of a lane over the road plane at its inner (fraction 0) or outer (1) border. */
  static double height(Lane lane, double s, double fraction) {
    double found = 0.0;
    for (LaneHeight height : lane.heights()) {
      if (height.s() <= s + 1e-9) {
        found = height.innerM() + fraction * (height.outerM() - height.innerM());
      }
    }
    return found;
  }
}
