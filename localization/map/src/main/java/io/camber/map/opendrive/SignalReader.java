package io.camber.map.opendrive;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.map.road.LaneRange;
import io.camber.map.road.Orientation;
import io.camber.map.road.RoadShape;
import io.camber.map.road.Signal;
import io.camber.map.road.SignalReference;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the signals of a road and the references to signals of other roads. */
final class SignalReader {
  /** A traffic light lower than this is the foot of its post: some exporters place the whole post. */
  private static final double FOOT_BELOW_M = 1.0;

  /** Lower edge of a head on such a post. */
  private static final double POST_HEAD_M = 2.4;

  /** Surfaces of all roads: a signal may stand beside another road than the one it counts for. */
  private final Map<String, RoadShape> shapes;

  private final Relocation relocation;

  SignalReader(Map<String, RoadShape> shapes, Relocation relocation) {
    this.shapes = shapes;
    this.relocation = relocation;
  }

  List<Signal> signals(XmlElement road, RoadShape shape) {
    List<Signal> signals = new ArrayList<>();
    for (XmlElement element : road.children("signals", "signal")) {
      signals.add(signal(element, road.string("id"), shape));
    }
    return signals;
  }

  /** Every signal that counts on the road, its own ones first. */
  List<SignalReference> references(XmlElement road) {
    List<SignalReference> references = new ArrayList<>();
    for (String kind : List.of("signal", "signalReference")) {
      for (XmlElement element : road.children("signals", kind)) {
        references.add(new SignalReference(
            element.string("id"),
            element.number("s"),
            Words.orientation(element.string("orientation", "none")),
            validity(element, "validity")));
      }
    }
    return references;
  }

  static List<LaneRange> validity(XmlElement element, String name) {
    return element.children(name).stream()
        .map(v -> {
          int from = v.integer("fromLane");
          int to = v.integer("toLane");
          return new LaneRange(Math.min(from, to), Math.max(from, to));
        })
        .toList();
  }

  private Signal signal(XmlElement element, String roadId, RoadShape shape) {
    Orientation orientation = Words.orientation(element.string("orientation", "none"));
    double s = element.number("s");
    double t = element.number("t");
    return new Signal(
        element.string("id"),
        element.string("name", ""),
        roadId,
        s,
        t,
        orientation,
        element.string("dynamic", "no").equals("yes"),
        element.string("country", ""),
        element.string("type", ""),
        element.string("subtype", ""),
        value(element),
        element.string("unit", ""),
        element.string("text", ""),
        pose(element, shape, s, t, orientation),
        Math.max(0.0, element.number("height", 0.0)),
        Math.max(0.0, element.number("width", 0.0)));
  }

  private static double value(XmlElement element) {
    try {
      return element.find("value").map(Double::parseDouble).orElse(Double.NaN);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private Pose3 pose(
      XmlElement element, RoadShape shape, double s, double t, Orientation orientation) {
    Optional<XmlElement> inertial = element.child("positionInertial");
    if (inertial.isPresent()) {
      XmlElement p = inertial.get();
      Pose2 place = relocation.apply(new Pose2(p.number("x"), p.number("y"), p.number("hdg", 0.0)));
      return new Pose3(
          place.x(),
          place.y(),
          p.number("z", 0.0) + relocation.z(),
          place.yaw(),
          p.number("pitch", 0.0),
          p.number("roll", 0.0));
    }
    Optional<XmlElement> elsewhere = element.child("positionRoad");
    if (elsewhere.isPresent()) {
      XmlElement p = elsewhere.get();
      RoadShape other = shapes.get(p.string("roadId"));
      if (other == null) {
        throw p.error("roadId=\"" + p.string("roadId") + "\" is not a road of this file");
      }
      return facing(other, p, p.number("s"), p.number("t"), orientation);
    }
    return facing(shape, element, s, t, orientation);
  }

  /** A sign for traffic along the road looks back at it: its x axis runs against the road. */
  private static Pose3 facing(
      RoadShape shape, XmlElement element, double s, double t, Orientation orientation) {
    Pose3 ground = shape.poseAt(s, t, 0.0);
    double turn = orientation == Orientation.BACKWARD ? 0.0 : Math.PI;
    // The offset counts from the direction to the traffic; some exporters count it from the road
    // instead.
    double offset = Angles.wrap(element.number("hOffset", 0.0));
    double headingOffset = orientation != Orientation.BOTH && Math.abs(offset) > Math.PI / 2.0
        ? offset + Math.PI
        : offset;
    double zOffset = element.number("zOffset", 0.0);
    boolean footOnly = zOffset < FOOT_BELOW_M && element.string("dynamic", "no").equals("yes");
    return new Pose3(
        ground.x(),
        ground.y(),
        ground.z() + (footOnly ? POST_HEAD_M : zOffset),
        ground.yaw() + turn + headingOffset,
        element.number("pitch", 0.0),
        element.number("roll", 0.0));
  }
}
