package io.camber.evaluation.reference;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of points with the way along it, and who stands on it. */
final class Way {
  private final List<Vec2> points = new ArrayList<>();
  private final List<Double> stations = new ArrayList<>();

  /**
   * Where somebody is on the way.
   *
   * @param rearS of the end that is met first
   * @param cos of the angle between its heading and the way
   */
  record Place(double rearS, double cos) {}

  void add(Vec2 point) {
    int last = points.size() - 1;
    double s = last < 0 ? 0.0 : stations.get(last) + points.get(last).distanceTo(point);
    points.add(point);
    stations.add(s);
  }

  /** The point at a station, straight on beyond the end. */
  Vec2 at(double s) {
    int after = Math.max(1, Math.min(firstFrom(s), points.size() - 1));
    if (points.size() < 2) {
      return points.get(0);
    }
    double from = stations.get(after - 1);
    double length = stations.get(after) - from;
    double share = length > 0.0 ? (s - from) / length : 0.0;
    Vec2 start = points.get(after - 1);
    return start.plus(points.get(after).minus(start).times(share));
  }

  /** Null when the box does not reach into the strip of that width, from {@code fromS} on for {@code lookM}. */
  @Nullable
  Place locate(Box2 box, double fromS, double lookM, double widthM) {
    int nearest = -1;
    double best = box.radius() + widthM;
    Vec2 middle = box.center().position();
    for (int i = firstFrom(fromS); i < points.size() - 1; i++) {
      if (stations.get(i) > fromS + lookM) {
        break;
      }
      double distance = points.get(i).distanceTo(middle);
      if (distance < best) {
        best = distance;
        nearest = i;
      }
    }
    return nearest < 0 ? null : place(box, nearest, widthM);
  }

  /** The first point that is no nearer along the way. */
  private int firstFrom(double s) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stations.get(middle) < s) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Place place(Box2 box, int at, double widthM) {
    Vec2 along = points.get(at + 1).minus(points.get(at));
    double length = along.length();
    if (length == 0.0) {
      return null;
    }
    Vec2 direction = along.times(1.0 / length);
    Vec2 offset = box.center().position().minus(points.get(at));
    double turn =
        Angles.difference(box.center().yaw(), StrictMath.atan2(direction.y(), direction.x()));
    double cos = StrictMath.cos(turn);
    double sin = Math.abs(StrictMath.sin(turn));
    double halfAlong = (box.lengthM() * Math.abs(cos) + box.widthM() * sin) / 2.0;
    double halfAcross = (box.lengthM() * sin + box.widthM() * Math.abs(cos)) / 2.0;
    boolean reaches = Math.abs(direction.cross(offset)) - halfAcross < widthM / 2.0;
    return reaches ? new Place(stations.get(at) + direction.dot(offset) - halfAlong, cos) : null;
  }
}
