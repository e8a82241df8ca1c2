package io.camber.map.opendrive;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.map.road.RoadShape;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The ground corners of an object in the map frame and the height above them. */
record Outline(List<Vec3> corners, double heightM, boolean closed) {
  static final Outline NONE = new Outline(List.of(), 0.0, true);

  /** The first (outer) outline of the object. */
  static Outline read(XmlElement object, RoadShape shape, Pose3 pose) {
    List<XmlElement> outlines = new ArrayList<>(object.children("outlines", "outline"));
    outlines.addAll(object.children("outline"));
    if (outlines.isEmpty()) {
      return NONE;
    }
    XmlElement outline = outlines.get(0);
    List<Vec3> corners = new ArrayList<>();
    double height = Math.max(0.0, object.number("height", 0.0));
    for (XmlElement corner : outline.children("cornerLocal")) {
      corners.add(
          pose.apply(new Vec3(corner.number("u"), corner.number("v"), corner.number("z", 0.0))));
      height = Math.max(height, corner.number("height", 0.0));
    }
    for (XmlElement corner : outline.children("cornerRoad")) {
      Pose3 ground = shape.poseAt(corner.number("s"), corner.number("t"), 0.0);
      corners.add(new Vec3(ground.x(), ground.y(), ground.z() + corner.number("dz", 0.0)));
      height = Math.max(height, corner.number("height", 0.0));
    }
    boolean closed = outline.string("closed", "true").equals("true");
    return corners.size() < 2 ? NONE : new Outline(corners, height, closed);
  }

  /** The pose moved to the middle of the box around the corners. */
  Pose3 center(Pose3 pose) {
    double[] box = box(pose);
    Vec3 middle = pose.apply(new Vec3(0.5 * (box[0] + box[1]), 0.5 * (box[2] + box[3]), box[4]));
    return new Pose3(middle.x(), middle.y(), middle.z(), pose.yaw(), pose.pitch(), pose.roll());
  }

  Size3 size(Pose3 pose) {
    double[] box = box(pose);
    return new Size3(box[1] - box[0], box[3] - box[2], heightM);
  }

  /** Bounds of the corners in the pose's frame: min and max of x, of y, then the lowest z. */
  private double[] box(Pose3 pose) {
    double inf = Double.POSITIVE_INFINITY;
    double[] box = {inf, -inf, inf, -inf, inf};
    for (Vec3 corner : corners) {
      Vec3 local = pose.applyInverse(corner);
      box[0] = Math.min(box[0], local.x());
      box[1] = Math.max(box[1], local.x());
      box[2] = Math.min(box[2], local.y());
      box[3] = Math.max(box[3], local.y());
      box[4] = Math.min(box[4], local.z());
    }
    return box;
  }
}
