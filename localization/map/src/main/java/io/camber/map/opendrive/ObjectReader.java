package io.camber.map.opendrive;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.map.road.MapObject;
import io.camber.map.road.Orientation;
import io.camber.map.road.ParkingSpace;
import io.camber.map.road.RoadShape;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads the objects of a road; a repeated object becomes one map object per repetition. */
final class ObjectReader {
  /** Bounds on the copies of one repeat and of a file: a file must not exhaust memory. */
  private static final int COPIES_MAX = 20_000;

  private static final int FILE_COPIES_MAX = 200_000;

  /** A continuous object (guard rail) is cut into boxes of this length. */
  private static final double PIECE_M = 4.0;

  private final Warnings warnings;
  private int copiesLeft = FILE_COPIES_MAX;

  ObjectReader(Warnings warnings) {
    this.warnings = warnings;
  }

  List<MapObject> read(XmlElement road, RoadShape shape) {
    List<MapObject> objects = new ArrayList<>();
    for (XmlElement element : road.children("objects", "object")) {
      Site site = new Site(element, road.string("id"), shape);
      List<XmlElement> repeats = element.children("repeat");
      if (repeats.isEmpty()) {
        objects.add(single(site));
      }
      repeats.forEach(repeat -> repeat(site, repeat, objects));
    }
    return objects;
  }

  /** An object element and the road it stands on. */
  private record Site(XmlElement element, String roadId, RoadShape shape) {
    Pose3 poseAt(double s, double t, double zOffset) {
      Pose3 ground = shape.poseAt(s, t, 0.0);
      return new Pose3(
          ground.x(),
          ground.y(),
          ground.z() + zOffset,
          ground.yaw() + element.number("hdg", 0.0),
          element.number("pitch", 0.0),
          element.number("roll", 0.0));
    }

    double size(String attribute) {
      return Math.max(0.0, element.number(attribute, 0.0));
    }

    Size3 size() {
      double radius = size("radius");
      return radius > 0.0
          ? new Size3(2.0 * radius, 2.0 * radius, size("height"))
          : new Size3(size("length"), size("width"), size("height"));
    }

    MapObject object(double s, double t, Pose3 pose, Size3 size, Outline outline) {
      String type = element.string("type", "");
      String name = element.string("name", "");
      Orientation orientation = Words.orientation(element.string("orientation", "none"));
      return new MapObject(
          element.string("id", ""),
          name,
          roadId,
          Words.objectKind(type, name),
          type,
          orientation,
          s,
          t,
          pose,
          size,
          size("radius"),
          outline.corners(),
          outline.closed(),
          element
              .child("parkingSpace")
              .map(space -> new ParkingSpace(
                  space.string("access", "all"), space.string("restrictions", ""))),
          SignalReader.validity(element, "validity"));
    }
  }

  private static MapObject single(Site site) {
    XmlElement element = site.element();
    double s = element.number("s");
    double t = element.number("t");
    Pose3 pose = site.poseAt(s, t, element.number("zOffset", 0.0));
    Outline outline = Outline.read(element, site.shape(), pose);
    if (outline.corners().isEmpty()) {
      return site.object(s, t, pose, site.size(), outline);
    }
    return site.object(s, t, outline.center(pose), outline.size(pose), outline);
  }

  private void repeat(Site site, XmlElement repeat, List<MapObject> objects) {
    double s = repeat.number("s");
    double length = Math.max(0.0, repeat.number("length"));
    double distance = Math.max(0.0, repeat.number("distance"));
    boolean continuous = distance == 0.0;
    double step = continuous ? Math.min(PIECE_M, Math.max(length, 0.1)) : distance;
    int count = (int) Math.min(
        COPIES_MAX + 1.0,
        continuous ? Math.ceil(length / step - 1e-9) : Math.floor(length / step + 1e-9) + 1.0);
    if (count > COPIES_MAX) {
      warnings.add(
          repeat, "<repeat> asks for more than " + COPIES_MAX + " copies, the rest is left out");
      count = COPIES_MAX;
    }
    if (count > copiesLeft) {
      warnings.add(
          repeat,
          "<repeat> goes beyond the " + FILE_COPIES_MAX
              + " copies a file may ask for, the rest is left out");
      count = copiesLeft;
    }
    copiesLeft -= count;
    for (int i = 0; i < count; i++) {
      double from = i * step;
      double to = Math.min(length, from + step);
      objects.add(
          continuous
              ? piece(
                  site, repeat, s + from, s + to, length > 0.0 ? 0.5 * (from + to) / length : 0.0)
              : copy(site, repeat, s + from, length > 0.0 ? from / length : 0.0));
    }
  }

  private static MapObject copy(Site site, XmlElement repeat, double s, double fraction) {
    double t = between(repeat, "t", site.element().number("t"), fraction);
    double z = between(repeat, "zOffset", site.element().number("zOffset", 0.0), fraction);
    Size3 own = site.size();
    Size3 size = new Size3(
        Math.max(0.0, between(repeat, "length", own.lengthM(), fraction)),
        Math.max(0.0, between(repeat, "width", own.widthM(), fraction)),
        Math.max(0.0, between(repeat, "height", own.heightM(), fraction)));
    Pose3 pose = site.poseAt(s, t, z);
    return site.object(s, t, pose, size, Outline.read(site.element(), site.shape(), pose));
  }

  /** One box of a continuous object, along the chord from s to sEnd. */
  private static MapObject piece(
      Site site, XmlElement repeat, double s, double sEnd, double fraction) {
    double t = between(repeat, "t", site.element().number("t"), fraction);
    double z = between(repeat, "zOffset", site.element().number("zOffset", 0.0), fraction);
    Vec3 from = site.shape().poseAt(s, t, 0.0).position();
    Vec3 to = site.shape().poseAt(sEnd, t, 0.0).position();
    Vec3 along = to.minus(from);
    double chord = along.length();
    Size3 size = new Size3(
        chord,
        Math.max(0.0, between(repeat, "width", site.size().widthM(), fraction)),
        Math.max(0.0, between(repeat, "height", site.size().heightM(), fraction)));
    Vec3 middle = from.plus(to).times(0.5);
    Pose3 pose = new Pose3(
        middle.x(),
        middle.y(),
        middle.z() + z,
        StrictMath.atan2(along.y(), along.x()),
        chord > 0.0 ? -StrictMath.asin(Math.max(-1.0, Math.min(1.0, along.z() / chord))) : 0.0,
        0.0);
    return site.object(0.5 * (s + sEnd), t, pose, size, Outline.NONE);
  }

  private static double between(XmlElement repeat, String name, double otherwise, double fraction) {
    double start = repeat.number(name + "Start", otherwise);
    double end = repeat.number(name + "End", start);
    return start + fraction * (end - start);
  }
}
