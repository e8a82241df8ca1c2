package io.camber.map.opendrive;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.map.xml.XmlElement;

/** The header's offset element: the whole data set is moved by (x, y, z), then turned about the origin by {@code turn}. */
record Relocation(double x, double y, double z, double turn) {
  static Relocation read(XmlElement header) {
    return header
        .child("offset")
        .map(o -> new Relocation(
            o.number("x", 0.0), o.number("y", 0.0), o.number("z", 0.0), o.number("hdg", 0.0)))
        .orElse(new Relocation(0.0, 0.0, 0.0, 0.0));
  }

  Pose2 apply(Pose2 pose) {
    double dx = pose.x() + x;
    double dy = pose.y() + y;
    double c = StrictMath.cos(turn);
    double s = StrictMath.sin(turn);
    return new Pose2(c * dx - s * dy, s * dx + c * dy, Angles.wrap(pose.yaw() + turn));
  }
}
