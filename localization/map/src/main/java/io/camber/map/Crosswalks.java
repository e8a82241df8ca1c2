package io.camber.map;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.road.MapObject;
import io.camber.map.road.ObjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Crosswalk polygons out of map objects. */
final class Crosswalks {
  private Crosswalks() {}

  static List<Crosswalk> of(List<MapObject> objects) {
    return objects.stream()
        .filter(object -> object.kind() == ObjectKind.CROSSWALK)
        .map(object -> new Crosswalk(object.id(), object.roadId(), polygon(object)))
        .toList();
  }

  private static List<Vec2> polygon(MapObject object) {
    List<Vec2> corners = new ArrayList<>();
    if (object.outline().size() >= 3) {
      object.outline().stream().map(Vec3::toVec2).forEach(corners::add);
    } else {
      corners.addAll(new Box2(
              object.pose().toPose2(), object.size().lengthM(), object.size().widthM())
          .corners());
    }
    if (corners.size() > 3 && corners.get(0).equals(corners.get(corners.size() - 1))) {
      corners.remove(corners.size() - 1);
    }
    if (area(corners) < 0.0) {
      Collections.reverse(corners);
    }
    return corners;
  }

  /** Twice the signed area, counter-clockwise positive. */
  private static double area(List<Vec2> corners) {
    double sum = 0.0;
    for (int i = 0; i < corners.size(); i++) {
      sum += corners.get(i).cross(corners.get((i + 1) % corners.size()));
    }
    return sum;
  }
}
