package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.geometry.ImageBox;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.RoadUserKind;

/** What cameras see. */
final class ImageDetectionCodec {
  private static final RoadUserKind[] KINDS = RoadUserKind.values();

  static final Codec<ImageDetections> IMAGE_DETECTIONS = new ProtobufCodec<>(
      io.camber.messages.proto.ImageDetections.class,
      io.camber.messages.proto.ImageDetections.getDefaultInstance(),
      ImageDetectionCodec::toProto,
      proto -> new ImageDetections(
          proto.getTimeNs(),
          proto.getSensorId(),
          proto.getDetectionsList().stream().map(ImageDetectionCodec::detection).toList()));

  private ImageDetectionCodec() {}

  private static io.camber.messages.proto.ImageDetections toProto(ImageDetections value) {
    var proto = io.camber.messages.proto.ImageDetections.newBuilder()
        .setTimeNs(value.timeNs())
        .setSensorId(value.sensorId());
    for (ImageDetection one : value.detections()) {
      proto
          .addDetectionsBuilder()
          .setKind(io.camber.messages.proto.RoadUserKind.forNumber(EnumCodec.number(one.kind())))
          .setLeft(one.box().left())
          .setTop(one.box().top())
          .setRight(one.box().right())
          .setBottom(one.box().bottom())
          .setProbability(one.probability());
    }
    return proto.build();
  }

  private static ImageDetection detection(io.camber.messages.proto.ImageDetection proto) {
    return new ImageDetection(
        EnumCodec.fromNumber(
            KINDS,
            io.camber.messages.proto.RoadUserKind.ROAD_USER_KIND_VEHICLE,
            proto.getKindValue()),
        new ImageBox(proto.getLeft(), proto.getTop(), proto.getRight(), proto.getBottom()),
        proto.getProbability());
  }
}
