package io.camber.jury.check;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/** How much of their joint area two boxes share (Sutherland and Hodgman 1974). */
final class BoxOverlap {
  private BoxOverlap() {}

  /** Intersection over union, 0 to 1. */
  static double share(Box2 a, Box2 b) {
    List<Vec2> polygon = a.corners();
    List<Vec2> window = b.corners();
    // corners run clockwise: inside lies to the right of each edge
    for (int i = 0; i < window.size() && !polygon.isEmpty(); i++) {
      polygon = clip(polygon, window.get(i), window.get((i + 1) % window.size()));
    }
    double shared = area(polygon);
    double union = a.lengthM() * a.widthM() + b.lengthM() * b.widthM() - shared;
    return union > 0.0 ? shared / union : 0.0;
  }

  private static List<Vec2> clip(List<Vec2> polygon, Vec2 from, Vec2 to) {
    List<Vec2> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      Vec2 start = polygon.get(i);
      Vec2 end = polygon.get((i + 1) % polygon.size());
      double a = side(start, from, to);
      double b = side(end, from, to);
      if (a <= 0.0) {
        kept.add(start);
      }
      if ((a < 0.0 && b > 0.0) || (a > 0.0 && b < 0.0)) {
        kept.add(start.plus(end.minus(start).times(a / (a - b))));
      }
    }
    return kept;
  }

  /** Positive to the left of the edge. */
  private static double side(Vec2 point, Vec2 from, Vec2 to) {
    return to.minus(from).cross(point.minus(from));
  }

  private static double area(List<Vec2> polygon) {
    double twice = 0.0;
    for (int i = 0; i < polygon.size(); i++) {
      twice += polygon.get(i).cross(polygon.get((i + 1) % polygon.size()));
    }
    return Math.abs(twice) / 2.0;
  }
}
