package io.camber.perception.tracking;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/** What the sightings of one moment hide from the sensor. */
final class Shadows {
  /** A thing this much nearer than another hides it. */
  private static final double DEPTH_M = 1.0;

  private record Sector(double middle, double halfAngle, double rangeM) {}

  private final Vec2 sensor;
  private final List<Sector> sectors = new ArrayList<>();

  Shadows(List<Sighting> sightings, Vec2 sensor) {
    this.sensor = sensor;
    for (Sighting sighting : sightings) {
      sectors.add(sector(sighting.center(), sighting.lengthM(), sighting.widthM()));
    }
  }

  /** True when the middle of a box lies behind something nearer. */
  boolean hides(Pose2 center) {
    Vec2 ray = center.position().minus(sensor);
    double direction = StrictMath.atan2(ray.y(), ray.x());
    double range = ray.length();
    for (Sector sector : sectors) {
      if (sector.rangeM() < range - DEPTH_M
          && Math.abs(Angles.difference(direction, sector.middle())) < sector.halfAngle()) {
        return true;
      }
    }
    return false;
  }

  private Sector sector(Pose2 center, double lengthM, double widthM) {
    Vec2 ray = center.position().minus(sensor);
    double direction = StrictMath.atan2(ray.y(), ray.x());
    double half = 0.0;
    double nearest = Double.POSITIVE_INFINITY;
    for (Vec2 corner : new Box2(center, lengthM, widthM).corners()) {
      Vec2 toCorner = corner.minus(sensor);
      double angle = StrictMath.atan2(toCorner.y(), toCorner.x());
      half = Math.max(half, Math.abs(Angles.difference(angle, direction)));
      nearest = Math.min(nearest, toCorner.length());
    }
    return new Sector(direction, half, nearest);
  }
}
