package io.camber.jury.check;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.map.road.MapObject;
import io.camber.map.road.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Ground plans of the map's buildings, in the map frame. */
final class Buildings {
  private final List<List<Vec2>> plans = new ArrayList<>();

  Buildings(RoadMap map) {
    map.objects().stream()
        .filter(object -> object.kind() == ObjectKind.BUILDING)
        .map(Buildings::plan)
        .filter(corners -> corners.size() > 2)
        .forEach(plans::add);
  }

  private static List<Vec2> plan(MapObject object) {
    if (object.outline().size() > 2) {
      return object.outline().stream()
          .map(corner -> new Vec2(corner.x(), corner.y()))
          .toList();
    }
    double length = object.size().lengthM();
    double width = object.size().widthM();
    return length > 0.0 && width > 0.0
        ? new Box2(object.pose().toPose2(), length, width).corners()
        : List.of();
  }

  /** Whether a place is inside one, that far from its walls. */
  boolean isInside(Vec2 place, double marginM) {
    return plans.stream().anyMatch(plan -> contains(plan, place) && wallM(plan, place) > marginM);
  }

  /** By how many walls a ray to the east crosses (even-odd rule). */
  private static boolean contains(List<Vec2> plan, Vec2 place) {
    boolean inside = false;
    Vec2 from = plan.get(plan.size() - 1);
    for (Vec2 to : plan) {
      if ((from.y() > place.y()) != (to.y() > place.y())) {
        double x = from.x() + (place.y() - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
        inside ^= x > place.x();
      }
      from = to;
    }
    return inside;
  }

  private static double wallM(List<Vec2> plan, Vec2 place) {
    double nearest = Double.POSITIVE_INFINITY;
    Vec2 from = plan.get(plan.size() - 1);
    for (Vec2 to : plan) {
      Vec2 wall = to.minus(from);
      double length = wall.dot(wall);
      double share = length > 0.0 ? place.minus(from).dot(wall) / length : 0.0;
      Vec2 foot = from.plus(wall.times(Math.max(0.0, Math.min(1.0, share))));
      nearest = Math.min(nearest, foot.distanceTo(place));
      from = to;
    }
    return nearest;
  }
}
