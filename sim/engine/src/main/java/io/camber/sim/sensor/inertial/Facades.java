package io.camber.sim.sensor.inertial;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.map.road.MapObject;
import io.camber.map.road.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Walls of the map's buildings as satellites see them: what they hide, and what they mirror. */
final class Facades {
  /** Farther walls return nothing that a receiver would take. */
  private static final double REACH_M = 80.0;

  private static final double ANTENNA_M = 1.5;

  /**
   * A wall from one corner to the next, the outside to its right.
   *
   * @param topM of the wall above the map's zero
   */
  private record Wall(Vec2 from, Vec2 to, double topM) {
    Vec2 middle() {
      return from.plus(to).times(0.5);
    }
  }

  private final List<Wall> walls = new ArrayList<>();

  Facades(RoadMap map) {
    map.objects().stream()
        .filter(object -> object.kind() == ObjectKind.BUILDING)
        .forEach(this::add);
  }

  private void add(MapObject object) {
    List<Vec2> corners = new ArrayList<>();
    object.outline().forEach(corner -> corners.add(new Vec2(corner.x(), corner.y())));
    if (corners.size() < 3) {
      corners.clear();
      Pose2 base = object.pose().toPose2();
      double l = object.size().lengthM() / 2.0;
      double w = object.size().widthM() / 2.0;
      double[][] box = {{l, w}, {-l, w}, {-l, -w}, {l, -w}};
      for (double[] corner : box) {
        corners.add(base.apply(new Vec2(corner[0], corner[1])));
      }
    }
    double top = object.pose().z() + object.size().heightM();
    for (int i = 0; i < corners.size(); i++) {
      walls.add(new Wall(corners.get(i), corners.get((i + 1) % corners.size()), top));
    }
  }

  boolean isEmpty() {
    return walls.isEmpty();
  }

  /** True when a wall stands between the antenna over a place and a satellite. */
  boolean hides(Vec3 place, Vec2 towards, double tanElevation) {
    for (Wall wall : walls) {
      double distance = crossing(place, towards, wall);
      if (distance > 0.0 && rises(wall, place, distance, tanElevation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How much longer the way of a signal is that a wall mirrors (the satellite is far: the extra way is the one along its
   * direction between the antenna and its image behind the wall); 0 when no wall does.
   */
  double echoM(Vec3 place, Vec2 towards, double tanElevation) {
    double cosine = 1.0 / Math.sqrt(1.0 + tanElevation * tanElevation);
    double shortest = Double.POSITIVE_INFINITY;
    Vec2 here = new Vec2(place.x(), place.y());
    for (Wall wall : walls) {
      if (wall.middle().distanceTo(here) > REACH_M) {
        continue;
      }
      Vec2 along = wall.to().minus(wall.from());
      double length = along.length();
      if (length < 1.0) {
        continue;
      }
      Vec2 normal = new Vec2(-along.y() / length, along.x() / length);
      double away = normal.dot(here.minus(wall.from()));
      double facing = normal.dot(towards);
      // The satellite must be on the antenna's side of the wall.
      if (away * facing <= 0.0) {
        continue;
      }
      Vec2 mirrored = towards.minus(normal.times(2.0 * facing));
      double distance = crossing(place, mirrored, wall);
      if (distance > 0.0 && rises(wall, place, distance, tanElevation)) {
        shortest = Math.min(shortest, 2.0 * Math.abs(away) * Math.abs(facing) * cosine);
      }
    }
    return Double.isInfinite(shortest) ? 0.0 : shortest;
  }

  private static boolean rises(Wall wall, Vec3 place, double distance, double tanElevation) {
    return wall.topM() - place.z() - ANTENNA_M > distance * tanElevation;
  }

  /** Way along a level direction to a wall; negative when it is missed. */
  private static double crossing(Vec3 place, Vec2 towards, Wall wall) {
    double wx = wall.to().x() - wall.from().x();
    double wy = wall.to().y() - wall.from().y();
    double determinant = wx * towards.y() - wy * towards.x();
    if (Math.abs(determinant) < 1e-12) {
      return -1.0;
    }
    double px = wall.from().x() - place.x();
    double py = wall.from().y() - place.y();
    double distance = (wx * py - wy * px) / determinant;
    double share = (towards.x() * py - towards.y() * px) / determinant;
    return share >= 0.0 && share <= 1.0 && distance <= REACH_M ? distance : -1.0;
  }
}
