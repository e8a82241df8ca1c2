package io.camber.viewer.foxglove;

import com.google.protobuf.Timestamp;
import io.camber.geometry.Pose3;
import io.camber.viewer.foxglove.proto.Color;
import io.camber.viewer.foxglove.proto.Point3;
import io.camber.viewer.foxglove.proto.Pose;
import io.camber.viewer.foxglove.proto.Quaternion;
import io.camber.viewer.foxglove.proto.Vector3;

/** Small values as the well-known schemas spell them. */
final class Protos {
  private static final long NS_PER_S = 1_000_000_000L;

  private Protos() {}

  static Timestamp time(long timeNs) {
    return Timestamp.newBuilder()
        .setSeconds(Math.floorDiv(timeNs, NS_PER_S))
        .setNanos((int) Math.floorMod(timeNs, NS_PER_S))
        .build();
  }

  static Vector3 vector(double x, double y, double z) {
    return Vector3.newBuilder().setX(x).setY(y).setZ(z).build();
  }

  static Point3 point(double x, double y, double z) {
    return Point3.newBuilder().setX(x).setY(y).setZ(z).build();
  }

  /** A rotation by yaw about z, then pitch about y, then roll about x. */
  static Quaternion rotation(double yaw, double pitch, double roll) {
    double cy = StrictMath.cos(yaw / 2.0);
    double sy = StrictMath.sin(yaw / 2.0);
    double cp = StrictMath.cos(pitch / 2.0);
    double sp = StrictMath.sin(pitch / 2.0);
    double cr = StrictMath.cos(roll / 2.0);
    double sr = StrictMath.sin(roll / 2.0);
    return Quaternion.newBuilder()
        .setW(cy * cp * cr + sy * sp * sr)
        .setX(cy * cp * sr - sy * sp * cr)
        .setY(cy * sp * cr + sy * cp * sr)
        .setZ(sy * cp * cr - cy * sp * sr)
        .build();
  }

  static Pose pose(Pose3 pose) {
    return pose(pose.x(), pose.y(), pose.z(), rotation(pose.yaw(), pose.pitch(), pose.roll()));
  }

  static Pose pose(double x, double y, double z, Quaternion rotation) {
    return Pose.newBuilder()
        .setPosition(vector(x, y, z))
        .setOrientation(rotation)
        .build();
  }

  /** A colour written as 0xRRGGBB. */
  static Color color(int rgb, double alpha) {
    return Color.newBuilder()
        .setR((rgb >> 16 & 0xff) / 255.0)
        .setG((rgb >> 8 & 0xff) / 255.0)
        .setB((rgb & 0xff) / 255.0)
        .setA(alpha)
        .build();
  }
}
