package io.camber.control;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;

/** A path given by curvature over arc length, sampled every centimetre, and plans that run along it. */
final class Course {
  private static final double STEP_M = 0.01;

  private final List<double[]> points = new ArrayList<>();
  private double x;
  private double y;
  private double yaw;
  private double curvature;

  Course() {
    points.add(new double[] {0.0, 0.0, 0.0, 0.0});
  }

  /** Goes on for a length while the curvature changes linearly to {@code end}. */
  Course clothoid(double length, double end) {
    int steps = (int) Math.round(length / STEP_M);
    double start = curvature;
    for (int i = 1; i <= steps; i++) {
      double middle = start + (end - start) * (i - 0.5) / steps;
      double heading = yaw + 0.5 * middle * STEP_M;
      x += STEP_M * StrictMath.cos(heading);
      y += STEP_M * StrictMath.sin(heading);
      yaw += middle * STEP_M;
      curvature = start + (end - start) * i / steps;
      points.add(new double[] {x, y, yaw, curvature});
    }
    return this;
  }

  Course straight(double length) {
    return clothoid(length, 0.0);
  }

  /** A turn of an angle at a radius (left positive), led in and out by clothoids. */
  Course turn(double angle, double radius, double lead) {
    double arc = Math.abs(angle) * Math.abs(radius) - lead;
    return clothoid(lead, 1.0 / radius).clothoid(arc, 1.0 / radius).clothoid(lead, 0.0);
  }

  /** Turns of R = 15 m and 25 m and four S-bends of 40 m. */
  static Course city(double lead) {
    Course course = new Course().straight(40).turn(Math.PI / 2, 15, lead).straight(30);
    course.turn(-Math.PI / 2, -25, lead).straight(30);
    for (int i = 0; i < 4; i++) {
      double side = i % 2 == 0 ? 1.0 : -1.0;
      course.turn(side * 0.7, side * 40, lead).straight(5);
    }
    return course.straight(60);
  }

  /** One lane of 3.5 m to the left in 5 s, then a long bend. */
  static Course laneChange(double speed) {
    double quarter = 1.25 * speed;
    double curvature = 1.75 / (quarter * quarter);
    return new Course()
        .straight(60)
        .clothoid(quarter / 2, curvature)
        .clothoid(quarter / 2, curvature)
        .clothoid(quarter, -curvature)
        .clothoid(quarter / 2, -curvature)
        .clothoid(quarter / 2, 0.0)
        .straight(100)
        .clothoid(80, 1.5 / (speed * speed))
        .clothoid(150, 1.5 / (speed * speed))
        .clothoid(80, 0.0)
        .straight(60);
  }

  double length() {
    return (points.size() - 1) * STEP_M;
  }

  Course mirrored() {
    Course other = new Course();
    other.points.clear();
    points.forEach(p -> other.points.add(new double[] {p[0], -p[1], -p[2], -p[3]}));
    return other;
  }

  /** x, y, yaw, curvature at an arc length; straight on beyond the end. */
  double[] at(double s) {
    double index = Math.max(0.0, s) / STEP_M;
    int i = Math.min(points.size() - 2, (int) index);
    double[] a = points.get(i);
    double[] b = points.get(i + 1);
    double f = index - i;
    double[] result = new double[4];
    for (int k = 0; k < 4; k++) {
      result[k] = a[k] + f * (b[k] - a[k]);
    }
    return result;
  }

  /** Signed distance of a point from the path, searched around arc length {@code near}. */
  double lateral(double px, double py, double near) {
    double best = Double.POSITIVE_INFINITY;
    double[] nearest = points.get(0);
    int from = Math.max(0, (int) ((near - 15) / STEP_M));
    int to = Math.min(points.size() - 1, (int) ((near + 15) / STEP_M));
    for (int i = from; i <= to; i++) {
      double[] p = points.get(i);
      double d = (px - p[0]) * (px - p[0]) + (py - p[1]) * (py - p[1]);
      if (d < best) {
        best = d;
        nearest = p;
      }
    }
    return -StrictMath.sin(nearest[2]) * (px - nearest[0])
        + StrictMath.cos(nearest[2]) * (py - nearest[1]);
  }

  /** Eight seconds of a profile from a time on, a point every 0.1 s. */
  Trajectory plan(Profile profile, long fromNs) {
    List<TrajectoryPoint> plan = new ArrayList<>();
    for (int i = 0; i <= 80; i++) {
      long timeNs = fromNs + i * 100_000_000L;
      double[] motion = profile.at(timeNs * 1e-9);
      double[] p = at(motion[0]);
      plan.add(new TrajectoryPoint(timeNs, p[0], p[1], p[2], p[3], motion[1], motion[2]));
    }
    return new Trajectory(plan);
  }

  /** Station, speed and acceleration over time in seconds. */
  interface Profile {
    double[] at(double timeS);

    static Profile constant(double speed) {
      return t -> new double[] {speed * t, speed, 0.0};
    }

    /** Constant speed, from {@code startS} on constant braking to standstill. */
    static Profile stop(double speed, double startS, double decel) {
      return t -> {
        double braked = Math.max(0.0, Math.min(t - startS, speed / decel));
        double before = Math.min(t, startS);
        double s = speed * before + speed * braked - 0.5 * decel * braked * braked;
        boolean braking = t >= startS && t < startS + speed / decel;
        return new double[] {s, speed - decel * braked, braking ? -decel : 0.0};
      };
    }
  }
}
