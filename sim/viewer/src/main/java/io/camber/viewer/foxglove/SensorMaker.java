package io.camber.viewer.foxglove;

import com.google.protobuf.ByteString;
import io.camber.bus.HealthReport;
import io.camber.geometry.Pose3;
import io.camber.pose.EgoPose;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarSweep;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.foxglove.proto.CameraCalibration;
import io.camber.viewer.foxglove.proto.CompressedImage;
import io.camber.viewer.foxglove.proto.FrameTransform;
import io.camber.viewer.foxglove.proto.Log;
import io.camber.viewer.foxglove.proto.PackedElementField;
import io.camber.viewer.foxglove.proto.PackedElementField.NumericType;
import io.camber.viewer.foxglove.proto.PointCloud;
import io.camber.viewer.foxglove.proto.Quaternion;
import io.camber.viewer.picture.ImageFrames;
import java.util.List;

/** Sensor data and frames for viewers. A sensor's frame is called after the sensor, the camera's is optical: z ahead, x right. */
final class SensorMaker {
  static final String MAP = "map";
  static final String BASE = "base_link";

  /** From the camera's body (x ahead, y left) to the optical frame (z ahead, x right). */
  private static final double HALF = 0.5;

  FrameTransform ego(EgoPose pose) {
    return transform(
        pose.timeNs(),
        MAP,
        BASE,
        pose.mapFromBase(),
        Protos.rotation(
            pose.mapFromBase().yaw(),
            pose.mapFromBase().pitch(),
            pose.mapFromBase().roll()));
  }

  FrameTransform mounting(DriveMessage message, String sensor, Pose3 baseFromSensor) {
    return transform(
        message.timeNs(),
        BASE,
        sensor,
        baseFromSensor,
        Protos.rotation(baseFromSensor.yaw(), baseFromSensor.pitch(), baseFromSensor.roll()));
  }

  FrameTransform eye(DriveMessage message, io.camber.sensing.CameraCalibration camera) {
    Pose3 pose = camera.baseFromCamera();
    Quaternion body = Protos.rotation(pose.yaw(), pose.pitch(), pose.roll());
    Quaternion optical =
        Quaternion.newBuilder().setW(HALF).setX(-HALF).setY(HALF).setZ(-HALF).build();
    return transform(message.timeNs(), BASE, camera.sensorId(), pose, product(body, optical));
  }

  private static FrameTransform transform(
      long timeNs, String parent, String child, Pose3 pose, Quaternion rotation) {
    return FrameTransform.newBuilder()
        .setTimestamp(Protos.time(timeNs))
        .setParentFrameId(parent)
        .setChildFrameId(child)
        .setTranslation(Protos.vector(pose.x(), pose.y(), pose.z()))
        .setRotation(rotation)
        .build();
  }

  static Quaternion product(Quaternion a, Quaternion b) {
    return Quaternion.newBuilder()
        .setW(a.getW() * b.getW() - a.getX() * b.getX() - a.getY() * b.getY() - a.getZ() * b.getZ())
        .setX(a.getW() * b.getX() + a.getX() * b.getW() + a.getY() * b.getZ() - a.getZ() * b.getY())
        .setY(a.getW() * b.getY() - a.getX() * b.getZ() + a.getY() * b.getW() + a.getZ() * b.getX())
        .setZ(a.getW() * b.getZ() + a.getX() * b.getY() - a.getY() * b.getX() + a.getZ() * b.getW())
        .build();
  }

  /** The packed points as they are; their layout is said in the fields. */
  PointCloud cloud(LidarSweep sweep) {
    return PointCloud.newBuilder()
        .setTimestamp(Protos.time(sweep.timeNs()))
        .setFrameId(sweep.sensorId())
        .setPose(Protos.pose(Pose3.IDENTITY))
        .setPointStride(LidarSweep.POINT_BYTES)
        .addFields(field("x", 0, NumericType.FLOAT32))
        .addFields(field("y", 4, NumericType.FLOAT32))
        .addFields(field("z", 8, NumericType.FLOAT32))
        .addFields(field("offset_ns", 12, NumericType.UINT32))
        .addFields(field("ring", 16, NumericType.UINT16))
        .addFields(field("intensity", 18, NumericType.UINT8))
        .setData(ByteString.copyFrom(sweep.packed()))
        .build();
  }

  private static PackedElementField field(String name, int offset, NumericType type) {
    return PackedElementField.newBuilder()
        .setName(name)
        .setOffset(offset)
        .setType(type)
        .build();
  }

  CompressedImage image(CameraImage image) {
    return CompressedImage.newBuilder()
        .setTimestamp(Protos.time(image.timeNs()))
        .setFrameId(image.sensorId())
        .setFormat("jpeg")
        .setData(ByteString.copyFrom(ImageFrames.jpeg(image)))
        .build();
  }

  CameraCalibration calibration(DriveMessage message, io.camber.sensing.CameraCalibration camera) {
    double fx = camera.focalXPx();
    double fy = camera.focalYPx();
    double cx = camera.centerXPx();
    double cy = camera.centerYPx();
    return CameraCalibration.newBuilder()
        .setTimestamp(Protos.time(message.timeNs()))
        .setFrameId(camera.sensorId())
        .setWidth(camera.width())
        .setHeight(camera.height())
        .setDistortionModel("plumb_bob")
        .addAllD(List.of(camera.k1(), camera.k2(), 0.0, 0.0, 0.0))
        .addAllK(List.of(fx, 0.0, cx, 0.0, fy, cy, 0.0, 0.0, 1.0))
        .addAllR(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
        .addAllP(List.of(fx, 0.0, cx, 0.0, 0.0, fy, cy, 0.0, 0.0, 0.0, 1.0, 0.0))
        .build();
  }

  Log log(HealthReport report) {
    Log.Level level = switch (report.level()) {
      case OK -> Log.Level.INFO;
      case WARN -> Log.Level.WARNING;
      case ERROR -> Log.Level.ERROR;
    };
    return Log.newBuilder()
        .setTimestamp(Protos.time(report.timeNs()))
        .setLevel(level)
        .setName(report.node())
        .setMessage(report.code() + " " + report.detail())
        .build();
  }
}
