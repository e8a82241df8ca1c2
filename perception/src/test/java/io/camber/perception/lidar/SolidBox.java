package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/** A box on the ground for the synthetic lidar: pose of its middle, half extents, lower and upper face. */
record SolidBox(Pose2 pose, double halfLength, double halfWidth, double bottom, double top) {

  /** Range along a unit ray to the box, infinite when it misses. */
  double range(double ox, double oy, double oz, double dx, double dy, double dz) {
    double c = Math.cos(pose.yaw());
    double s = Math.sin(pose.yaw());
    double px = ox - pose.x();
    double py = oy - pose.y();
    double[] origin = {c * px + s * py, -s * px + c * py, oz - 0.5 * (bottom + top)};
    double[] direction = {c * dx + s * dy, -s * dx + c * dy, dz};
    double[] half = {halfLength, halfWidth, 0.5 * (top - bottom)};
    double enter = 0.0;
    double leave = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      if (Math.abs(direction[axis]) < 1e-12) {
        if (Math.abs(origin[axis]) > half[axis]) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      double a = (-half[axis] - origin[axis]) / direction[axis];
      double b = (half[axis] - origin[axis]) / direction[axis];
      enter = Math.max(enter, Math.min(a, b));
      leave = Math.min(leave, Math.max(a, b));
    }
    return enter <= leave && enter > 0.0 ? enter : Double.POSITIVE_INFINITY;
  }

  private SolidBox part(double x, double y, double length, double width, double from, double to) {
    Vec2 middle = pose.apply(new Vec2(x, y));
    return new SolidBox(
        new Pose2(middle.x(), middle.y(), pose.yaw()), length / 2, width / 2, from, to);
  }

  /** 4.5 x 1.8 x 1.45 m: body, cabin and four wheels. */
  static List<SolidBox> car(double x, double y, double yaw) {
    SolidBox at = new SolidBox(new Pose2(x, y, yaw), 0, 0, 0, 0);
    List<SolidBox> parts = new ArrayList<>();
    parts.add(at.part(0.0, 0.0, 4.5, 1.8, 0.22, 0.85));
    parts.add(at.part(-0.25, 0.0, 2.4, 1.5, 0.85, 1.45));
    for (double wx : new double[] {-1.35, 1.35}) {
      for (double wy : new double[] {-0.8, 0.8}) {
        parts.add(at.part(wx, wy, 0.62, 0.2, 0.0, 0.62));
      }
    }
    return parts;
  }

  /** 10.0 x 2.5 x 3.6 m: cab, gap and cargo box. */
  static List<SolidBox> truck(double x, double y, double yaw) {
    SolidBox at = new SolidBox(new Pose2(x, y, yaw), 0, 0, 0, 0);
    return List.of(
        at.part(4.0, 0.0, 2.0, 2.4, 0.4, 3.0),
        at.part(-1.1, 0.0, 7.8, 2.5, 1.0, 3.6),
        at.part(0.0, 0.0, 9.6, 2.0, 0.5, 1.0));
  }

  /** 0.5 x 0.5 x 1.75 m: two legs, trunk, head. */
  static List<SolidBox> pedestrian(double x, double y, double yaw) {
    SolidBox at = new SolidBox(new Pose2(x, y, yaw), 0, 0, 0, 0);
    return List.of(
        at.part(0.15, 0.1, 0.16, 0.15, 0.0, 0.85),
        at.part(-0.15, -0.1, 0.16, 0.15, 0.0, 0.85),
        at.part(0.0, 0.0, 0.3, 0.5, 0.85, 1.5),
        at.part(0.0, 0.0, 0.2, 0.2, 1.5, 1.75));
  }

  /** 1.75 x 0.6 x 1.75 m: two wheels, frame, rider. */
  static List<SolidBox> bicycle(double x, double y, double yaw) {
    SolidBox at = new SolidBox(new Pose2(x, y, yaw), 0, 0, 0, 0);
    return List.of(
        at.part(0.53, 0.0, 0.66, 0.06, 0.0, 0.68),
        at.part(-0.53, 0.0, 0.66, 0.06, 0.0, 0.68),
        at.part(0.0, 0.0, 0.9, 0.1, 0.4, 0.9),
        at.part(-0.05, 0.0, 0.4, 0.45, 0.85, 1.5),
        at.part(0.05, 0.0, 0.22, 0.2, 1.5, 1.75));
  }

  /** A plain box. */
  static SolidBox box(double x, double y, double yaw, double length, double width, double height) {
    return new SolidBox(new Pose2(x, y, yaw), length / 2, width / 2, 0.0, height);
  }
}
