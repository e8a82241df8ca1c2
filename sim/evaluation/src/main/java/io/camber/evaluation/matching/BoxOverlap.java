package io.camber.evaluation.matching;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/** How much of their joint area two boxes share (Sutherland and Hodgman 1974). */
public final class BoxOverlap {
  private BoxOverlap() {}

  /** Intersection over union, 0 to 1. */
  public static double share(Box2 a, Box2 b) {
    double dx = b.center().x() - a.center().x();
    double dy = b.center().y() - a.center().y();
    double reach = a.radius() + b.radius();
    if (dx * dx + dy * dy >= reach * reach) {
      return 0.0;
    }
    double shared = a.center().yaw() == b.center().yaw() ? parallel(a, b) : clipped(a, b);
    double union = a.lengthM() * a.widthM() + b.lengthM() * b.widthM() - shared;
    return union > 0.0 ? shared / union : 0.0;
  }

  private static double parallel(Box2 a, Box2 b) {
    Vec2 off = a.center().applyInverse(b.center().position());
    return common(a.lengthM(), b.lengthM(), off.x()) * common(a.widthM(), b.widthM(), off.y());
  }

  private static double common(double a, double b, double off) {
    double end = Math.min(a / 2.0, off + b / 2.0);
    double start = Math.max(-a / 2.0, off - b / 2.0);
    return Math.max(0.0, end - start);
  }

  private static double clipped(Box2 a, Box2 b) {
    List<Vec2> polygon = a.corners();
    List<Vec2> window = b.corners();
    // corners run clockwise: inside lies to the right of each edge
    for (int i = 0; i < window.size() && !polygon.isEmpty(); i++) {
      polygon = clip(polygon, window.get(i), window.get((i + 1) % window.size()));
    }
    return area(polygon);
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
