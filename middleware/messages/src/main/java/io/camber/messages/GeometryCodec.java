package io.camber.messages;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;

/** Geometry inside other messages. */
final class GeometryCodec {
  private GeometryCodec() {}

  static io.camber.messages.proto.Vec2 toProto(Vec2 value) {
    return io.camber.messages.proto.Vec2.newBuilder()
        .setX(value.x())
        .setY(value.y())
        .build();
  }

  static Vec2 fromProto(io.camber.messages.proto.Vec2 proto) {
    return new Vec2(proto.getX(), proto.getY());
  }

  static io.camber.messages.proto.Vec3 toProto(Vec3 value) {
    return io.camber.messages.proto.Vec3.newBuilder()
        .setX(value.x())
        .setY(value.y())
        .setZ(value.z())
        .build();
  }

  static Vec3 fromProto(io.camber.messages.proto.Vec3 proto) {
    return new Vec3(proto.getX(), proto.getY(), proto.getZ());
  }

  static io.camber.messages.proto.Pose2 toProto(Pose2 value) {
    return io.camber.messages.proto.Pose2.newBuilder()
        .setX(value.x())
        .setY(value.y())
        .setYaw(value.yaw())
        .build();
  }

  static Pose2 fromProto(io.camber.messages.proto.Pose2 proto) {
    return new Pose2(proto.getX(), proto.getY(), proto.getYaw());
  }

  static io.camber.messages.proto.Pose3 toProto(Pose3 value) {
    return io.camber.messages.proto.Pose3.newBuilder()
        .setX(value.x())
        .setY(value.y())
        .setZ(value.z())
        .setYaw(value.yaw())
        .setPitch(value.pitch())
        .setRoll(value.roll())
        .build();
  }

  static Pose3 fromProto(io.camber.messages.proto.Pose3 proto) {
    return new Pose3(
        proto.getX(),
        proto.getY(),
        proto.getZ(),
        proto.getYaw(),
        proto.getPitch(),
        proto.getRoll());
  }

  static io.camber.messages.proto.Twist2 toProto(Twist2 value) {
    return io.camber.messages.proto.Twist2.newBuilder()
        .setForwardMps(value.forwardMps())
        .setLeftMps(value.leftMps())
        .setYawRateRadps(value.yawRateRadps())
        .build();
  }

  static Twist2 fromProto(io.camber.messages.proto.Twist2 proto) {
    return new Twist2(proto.getForwardMps(), proto.getLeftMps(), proto.getYawRateRadps());
  }

  static io.camber.messages.proto.Size3 toProto(Size3 value) {
    return io.camber.messages.proto.Size3.newBuilder()
        .setLengthM(value.lengthM())
        .setWidthM(value.widthM())
        .setHeightM(value.heightM())
        .build();
  }

  static Size3 fromProto(io.camber.messages.proto.Size3 proto) {
    return new Size3(proto.getLengthM(), proto.getWidthM(), proto.getHeightM());
  }
}
