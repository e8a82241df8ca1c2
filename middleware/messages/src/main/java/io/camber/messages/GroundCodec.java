package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;
import static io.camber.messages.GeometryCodec.toProto;

import com.google.protobuf.Internal.FloatList;
import io.camber.bus.Codec;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.truth.LidarLabels;
import java.util.List;

/** The ground as the lidar shows it, and what its points truly hit. */
final class GroundCodec {
  static final Codec<GroundPoints> GROUND_POINTS = new BulkCodec<>(
      io.camber.messages.proto.GroundPoints.class,
      io.camber.messages.proto.GroundPoints.getDefaultInstance(),
      io.camber.messages.proto.GroundPoints.BITS_FIELD_NUMBER,
      value -> io.camber.messages.proto.GroundPoints.newBuilder()
          .setTimeNs(value.timeNs())
          .setSensorId(value.sensorId())
          .setPointCount(value.size())
          .setRangeM(value.rangeM())
          .build(),
      GroundPoints::packed,
      (header, bulk) -> new GroundPoints(
          header.getTimeNs(),
          header.getSensorId(),
          header.getPointCount(),
          header.getRangeM(),
          bulk));

  static final Codec<FreeSpace> FREE_SPACE = new ProtobufCodec<>(
      io.camber.messages.proto.FreeSpace.class,
      io.camber.messages.proto.FreeSpace.getDefaultInstance(),
      GroundCodec::freeSpace,
      proto -> new FreeSpace(
          proto.getTimeNs(),
          proto.getSensorId(),
          fromProto(proto.getOrigin()),
          array(proto.getNearMList()),
          array(proto.getFarMList())));

  static final Codec<LidarLabels> LIDAR_LABELS = new BulkCodec<>(
      io.camber.messages.proto.LidarLabels.class,
      io.camber.messages.proto.LidarLabels.getDefaultInstance(),
      io.camber.messages.proto.LidarLabels.PLANES_FIELD_NUMBER,
      value -> io.camber.messages.proto.LidarLabels.newBuilder()
          .setSensorId(value.sensorId())
          .setTimeNs(value.timeNs())
          .setPointCount(value.size())
          .addAllActors(value.actors())
          .build(),
      LidarLabels::packed,
      (header, bulk) ->
          new LidarLabels(header.getSensorId(), header.getTimeNs(), header.getActorsList(), bulk));

  private GroundCodec() {}

  private static io.camber.messages.proto.FreeSpace freeSpace(FreeSpace value) {
    var proto = io.camber.messages.proto.FreeSpace.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId())
        .setOrigin(toProto(value.origin()));
    for (int i = 0; i < value.sectors(); i++) {
      proto.addNearM(value.nearM(i));
      proto.addFarM(value.farM(i));
    }
    return proto.build();
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values instanceof FloatList floats ? floats.getFloat(i) : values.get(i);
    }
    return array;
  }
}
