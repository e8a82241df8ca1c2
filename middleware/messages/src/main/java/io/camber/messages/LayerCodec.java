package io.camber.messages;

import static io.camber.messages.GeometryCodec.fromProto;
import static io.camber.messages.GeometryCodec.toProto;

import io.camber.bus.Codec;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What camera images truly show. */
final class LayerCodec {
  private static final CameraLayer[] LAYERS = CameraLayer.values();

  static final Codec<CameraLayers> CAMERA_LAYERS = new BulkCodec<>(
      io.camber.messages.proto.CameraLayers.class,
      io.camber.messages.proto.CameraLayers.getDefaultInstance(),
      io.camber.messages.proto.CameraLayers.PLANES_FIELD_NUMBER,
      value -> io.camber.messages.proto.CameraLayers.newBuilder()
          .setSensorId(value.sensorId())
          .setTimeNs(value.timeNs())
          .setWidth(value.width())
          .setHeight(value.height())
          .addAllLayers(value.layers().stream().map(EnumCodec::number).toList())
          .addAllBoxes(value.boxes().stream().map(LayerCodec::box).toList())
          .build(),
      CameraLayers::packed,
      (header, bulk) -> new CameraLayers(
          header.getSensorId(),
          header.getTimeNs(),
          header.getWidth(),
          header.getHeight(),
          layers(header.getLayersList()),
          header.getBoxesList().stream().map(LayerCodec::box).toList(),
          bulk));

  private LayerCodec() {}

  private static Set<CameraLayer> layers(List<Integer> numbers) {
    Set<CameraLayer> layers = EnumSet.noneOf(CameraLayer.class);
    for (int number : numbers) {
      layers.add(EnumCodec.fromNumber(LAYERS, "CameraLayer", number));
    }
    return layers;
  }

  private static io.camber.messages.proto.CameraBox box(CameraBox box) {
    return io.camber.messages.proto.CameraBox.newBuilder()
        .setName(box.name())
        .setObjectClass(SceneCodec.toProto(box.objectClass()))
        .setLeft(box.left())
        .setTop(box.top())
        .setRight(box.right())
        .setBottom(box.bottom())
        .setVisiblePixels(box.visiblePixels())
        .setCameraFromBox(toProto(box.cameraFromBox()))
        .setSize(toProto(box.size()))
        .build();
  }

  private static CameraBox box(io.camber.messages.proto.CameraBox proto) {
    return new CameraBox(
        proto.getName(),
        SceneCodec.objectClass(proto.getObjectClassValue()),
        proto.getLeft(),
        proto.getTop(),
        proto.getRight(),
        proto.getBottom(),
        proto.getVisiblePixels(),
        fromProto(proto.getCameraFromBox()),
        fromProto(proto.getSize()));
  }
}
