package io.camber.app.control;

import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A line given by its curvature over arc length, from the origin to the east; beyond its end it goes straight on. */
final class CourseLine {
  private static final double STEP_M = 0.01;

  /** A place each {@link #STEP_M}. */
  private record Place(double x, double y, double yaw, double curvaturePerM) {}

  private final List<Place> places = new ArrayList<>();

  CourseLine() {
    places.add(new Place(0.0, 0.0, 0.0, 0.0));
  }

  CourseLine straight(double lengthM) {
    return along(lengthM, share -> 0.0);
  }

  CourseLine arc(double lengthM, double curvaturePerM) {
    return along(lengthM, share -> curvaturePerM);
  }

  /** Curvature that changes linearly: a clothoid. */
  CourseLine clothoid(double lengthM, double fromPerM, double toPerM) {
    return along(lengthM, share -> fromPerM + share * (toPerM - fromPerM));
  }

  /** A bend whose curvature rises and falls as half a sine. */
  CourseLine lobe(double lengthM, double peakPerM) {
    return along(lengthM, share -> peakPerM * StrictMath.sin(StrictMath.PI * share));
  }

  private CourseLine along(double lengthM, DoubleUnaryOperator curvature) {
    long steps = Math.round(lengthM / STEP_M);
    for (long i = 0; i < steps; i++) {
      Place last = last();
      double turn = STEP_M * curvature.applyAsDouble((i + 0.5) / steps);
      double heading = last.yaw() + 0.5 * turn;
      places.add(new Place(
          last.x() + STEP_M * StrictMath.cos(heading),
          last.y() + STEP_M * StrictMath.sin(heading),
          last.yaw() + turn,
          curvature.applyAsDouble((i + 1.0) / steps)));
    }
    return this;
  }

  double lengthM() {
    return (places.size() - 1) * STEP_M;
  }

  double curvaturePerMMax() {
    return places.stream()
        .mapToDouble(each -> Math.abs(each.curvaturePerM()))
        .max()
        .orElse(0.0);
  }

  /** The state of a car that follows a schedule along the line. */
  TrajectoryPoint at(long timeNs, Schedule.Motion motion) {
    double index = Math.max(0.0, motion.stationM()) / STEP_M;
    int before = (int) index;
    if (before >= places.size() - 1) {
      return beyond(timeNs, motion);
    }
    Place a = places.get(before);
    Place b = places.get(before + 1);
    double share = index - before;
    return new TrajectoryPoint(
        timeNs,
        a.x() + share * (b.x() - a.x()),
        a.y() + share * (b.y() - a.y()),
        a.yaw() + share * (b.yaw() - a.yaw()),
        a.curvaturePerM() + share * (b.curvaturePerM() - a.curvaturePerM()),
        motion.speedMps(),
        motion.accelMps2());
  }

  private TrajectoryPoint beyond(long timeNs, Schedule.Motion motion) {
    double on = motion.stationM() - lengthM();
    return new TrajectoryPoint(
        timeNs,
        last().x() + on * StrictMath.cos(last().yaw()),
        last().y() + on * StrictMath.sin(last().yaw()),
        last().yaw(),
        0.0,
        motion.speedMps(),
        motion.accelMps2());
  }

  private Place last() {
    return places.get(places.size() - 1);
  }
}
