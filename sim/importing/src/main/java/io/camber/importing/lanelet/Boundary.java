package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import java.util.List;

/** Distances to a boundary line. */
final class Boundary {
  private static final double PARALLEL = 1e-9;

  /** A hit further than this from where it should be, as a part of the line, is one of another bend. */
  private static final double FAR_M = 15.0;

  private Boundary() {}

  /**
   * How far it is from a point to a line in a direction, metres. The ends of the line are drawn on. Where the direction meets
   * the line several times the hit nearest to the given fraction of the line's length counts; where it meets it nowhere the
   * distance of that place itself.
   */
  static double distance(List<Vec2> line, Vec2 from, Vec2 direction, double fraction) {
    Vec2 expected = at(line, fraction);
    double best = Double.NaN;
    double bestFar = FAR_M;
    for (int i = 0; i + 1 < line.size(); i++) {
      Vec2 a = line.get(i);
      Vec2 edge = line.get(i + 1).minus(a);
      double across = direction.cross(edge);
      if (Math.abs(across) > PARALLEL) {
        double along = a.minus(from).cross(edge) / across;
        double onEdge = a.minus(from).cross(direction) / across;
        boolean isBefore = onEdge < 0.0 && i > 0;
        boolean isBehind = onEdge > 1.0 && i + 2 < line.size();
        double far = a.plus(edge.times(onEdge)).distanceTo(expected);
        if (!isBefore && !isBehind && far < bestFar) {
          best = along;
          bestFar = far;
        }
      }
    }
    return Double.isNaN(best) ? expected.minus(from).dot(direction) : best;
  }

  /** The place at a fraction of a line's length. */
  static Vec2 at(List<Vec2> line, double fraction) {
    double target = fraction * length(line);
    for (int i = 0; i + 1 < line.size(); i++) {
      double step = line.get(i).distanceTo(line.get(i + 1));
      if (step > 0.0 && (target <= step || i + 2 == line.size())) {
        return line.get(i)
            .plus(line.get(i + 1).minus(line.get(i)).times(Math.min(1.0, target / step)));
      }
      target -= step;
    }
    return line.get(line.size() - 1);
  }

  static double length(List<Vec2> line) {
    double length = 0.0;
    for (int i = 0; i + 1 < line.size(); i++) {
      length += line.get(i).distanceTo(line.get(i + 1));
    }
    return length;
  }
}
