package io.camber.viewer.picture;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.Crosswalk;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.SignalOnLane;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.ObjectKind;
import io.camber.map.road.Signal;
import java.util.ArrayList;
import java.util.List;

/** A road map as the page draws it, as JSON: lanes as strips, paint, crossings, stop lines, signals, what stands beside the road. */
public final class MapPicture {
  private static final double STEP_M = 2.0;

  /** Points that lie this near to a straight line between their neighbours are left out. */
  private static final double STRAIGHT_M = 0.02;

  private final RoadMap map;
  private final Json json = new Json();

  private MapPicture(RoadMap map) {
    this.map = map;
  }

  public static byte[] of(RoadMap map) {
    MapPicture picture = new MapPicture(map);
    picture.write();
    return picture.json.toBytes();
  }

  private void write() {
    json.object().name("name").text(map.name()).name("lanes").array();
    map.lanes().forEach(this::lane);
    json.endArray().name("markings").array();
    map.markings(STEP_M).forEach(this::marking);
    json.endArray().name("crosswalks").array();
    map.crosswalks().forEach(this::crosswalk);
    json.endArray().name("stopLines").array();
    map.lanes().forEach(lane -> lane.signals().forEach(signal -> stopLine(lane, signal)));
    json.endArray().name("signals").array();
    map.signals().forEach(this::signal);
    json.endArray().name("objects").array();
    map.objects().forEach(this::object);
    json.endArray().endObject();
  }

  /** Id, type, 1 when drivable, 1 in a junction, then left and right edge side by side: xl, yl, zl, xr, yr, zr and so on. */
  private void lane(LaneSegment lane) {
    List<Vec3> outline = lane.outline(STEP_M);
    int half = outline.size() / 2;
    List<Integer> kept = keptPairs(outline, half);
    json.array().text(lane.id()).text(lane.type().name());
    json.whole(lane.isDrivable() ? 1 : 0).whole(lane.inJunction() ? 1 : 0).array();
    for (int i : kept) {
      point(outline.get(i));
      point(outline.get(outline.size() - 1 - i));
    }
    json.endArray().endArray();
  }

  private static List<Integer> keptPairs(List<Vec3> outline, int half) {
    List<Integer> kept = new ArrayList<>();
    kept.add(0);
    int anchor = 0;
    for (int i = 1; i + 1 < half; i++) {
      if (!isStraight(outline, anchor, i + 1)
          || !isStraight(outline, outline.size() - 1 - anchor, outline.size() - 2 - i)) {
        kept.add(i);
        anchor = i;
      }
    }
    kept.add(half - 1);
    return kept;
  }

  /** Whether every point between two of a line lies on the straight between them. */
  private static boolean isStraight(List<Vec3> line, int from, int to) {
    Vec3 a = line.get(from);
    Vec3 along = line.get(to).minus(a);
    double length = Math.max(1e-9, along.length());
    int step = from < to ? 1 : -1;
    for (int i = from + step; i != to; i += step) {
      if (line.get(i).minus(a).cross(along).length() > STRAIGHT_M * length) {
        return false;
      }
    }
    return true;
  }

  /** Colour, width, points. */
  private void marking(Marking marking) {
    List<Vec3> points = marking.points();
    if (points.size() < 2) {
      return;
    }
    json.array().text(marking.color().name()).number(marking.widthM()).array();
    point(points.get(0));
    int anchor = 0;
    for (int i = 1; i + 1 < points.size(); i++) {
      if (!isStraight(points, anchor, i + 1)) {
        point(points.get(i));
        anchor = i;
      }
    }
    point(points.get(points.size() - 1));
    json.endArray().endArray();
  }

  private void crosswalk(Crosswalk crosswalk) {
    json.array();
    for (Vec2 corner : crosswalk.outline()) {
      json.number(corner.x()).number(corner.y());
      json.number(map.elevation(corner.x(), corner.y()));
    }
    json.endArray();
  }

  /** Signal, kind, left end, right end. */
  private void stopLine(LaneSegment lane, SignalOnLane signal) {
    double half = lane.widthAt(signal.stopS()) / 2.0;
    json.array().text(signal.signal().id()).text(signal.kind().name());
    point(lane.pointAt(signal.stopS(), half));
    point(lane.pointAt(signal.stopS(), -half));
    json.endArray();
  }

  /** Id, 1 when it changes, type, value, x, y, z, yaw, height, width. */
  private void signal(Signal signal) {
    json.array().text(signal.id()).whole(signal.dynamic() ? 1 : 0);
    json.text(signal.type()).number(signal.value());
    point(signal.pose().position());
    json.fine(signal.pose().yaw()).number(signal.heightM()).number(signal.widthM());
    json.endArray();
  }

  /** Kind, x, y, z, yaw, length, width, height, corners. */
  private void object(MapObject object) {
    if (object.kind() == ObjectKind.CROSSWALK || object.kind() == ObjectKind.ROAD_MARK) {
      return;
    }
    json.array().text(object.kind().name());
    point(object.pose().position());
    json.fine(object.pose().yaw()).number(object.size().lengthM());
    json.number(object.size().widthM()).number(object.size().heightM()).array();
    object.outline().forEach(this::point);
    json.endArray().endArray();
  }

  private void point(Vec3 point) {
    json.number(point.x()).number(point.y()).number(point.z());
  }
}
