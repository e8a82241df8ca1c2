package io.camber.sim.sensor.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what the last exposure truly showed: planes of layers, and boxes with the pixels that show each. */
final class LayerWriter {
  private static final int LEFT = 0;
  private static final int TOP = 1;
  private static final int RIGHT = 2;
  private static final int BOTTOM = 3;
  private static final int COUNT = 4;
  private static final int EACH = 5;

  private final CameraConfig config;
  private final Layers layers;

  LayerWriter(CameraConfig config, Layers layers) {
    this.config = config;
    this.layers = layers;
  }

  /**
   * The layers at a time.
   *
   * @param actors in the order of the drawing
   * @param flow needed where it is wanted
   */
  CameraLayers write(
      long timeNs,
      Set<CameraLayer> wanted,
      List<ActorTruth> actors,
      Pose3 mapFromCamera,
      Optional<OpticalFlow> flow) {
    int pixels = config.width() * config.height();
    ByteBuffer planes = ByteBuffer.allocate(
            CameraLayers.byteCount(config.width(), config.height(), wanted))
        .order(ByteOrder.LITTLE_ENDIAN);
    if (wanted.contains(CameraLayer.DEPTH)) {
      planes.asFloatBuffer().put(layers.depthM);
      planes.position(planes.position() + Float.BYTES * pixels);
    }
    if (wanted.contains(CameraLayer.CLASS)) {
      planes.put(layers.classes);
    }
    for (int i = 0; wanted.contains(CameraLayer.INSTANCE) && i < pixels; i++) {
      planes.putShort((short) number(i, actors));
    }
    if (wanted.contains(CameraLayer.FLOW)) {
      write(flow.orElseThrow(), planes);
    }
    planes.flip();
    return new CameraLayers(
        config.sensorId(),
        timeNs,
        config.width(),
        config.height(),
        wanted,
        boxes(actors, mapFromCamera),
        planes);
  }

  private void write(OpticalFlow flow, ByteBuffer planes) {
    for (int row = 0; row < config.height(); row++) {
      for (int column = 0; column < config.width(); column++) {
        planes.putFloat(flow.rightPx(column, row));
        planes.putFloat(flow.downPx(column, row));
      }
    }
  }

  /** Number of the actor that a pixel shows, from 1; 0 for scenery and sky. */
  private int number(int pixel, List<ActorTruth> actors) {
    int instance = layers.instances[pixel];
    return instance >= 0 && instance < actors.size() ? instance + 1 : 0;
  }

  private List<CameraBox> boxes(List<ActorTruth> actors, Pose3 mapFromCamera) {
    int[] extents = new int[EACH * actors.size()];
    for (int i = 0; i < actors.size(); i++) {
      extents[EACH * i + LEFT] = config.width();
      extents[EACH * i + TOP] = config.height();
    }
    for (int pixel = 0; pixel < layers.instances.length; pixel++) {
      int at = EACH * (number(pixel, actors) - 1);
      if (at >= 0) {
        int column = pixel % config.width();
        int row = pixel / config.width();
        extents[at + LEFT] = Math.min(extents[at + LEFT], column);
        extents[at + TOP] = Math.min(extents[at + TOP], row);
        extents[at + RIGHT] = Math.max(extents[at + RIGHT], column + 1);
        extents[at + BOTTOM] = Math.max(extents[at + BOTTOM], row + 1);
        extents[at + COUNT]++;
      }
    }
    List<CameraBox> boxes = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      boxes.add(box(actors.get(i), extents, EACH * i, mapFromCamera));
    }
    return boxes;
  }

  private static CameraBox box(ActorTruth actor, int[] extents, int at, Pose3 mapFromCamera) {
    Pose3 reference = actor.mapFromReference();
    Vec3 middle = reference.apply(new Vec3(
        actor.centerOffsetM(), actor.centerOffsetLeftM(), 0.5 * actor.size().heightM()));
    Pose3 mapFromBox = new Pose3(
        middle.x(), middle.y(), middle.z(), reference.yaw(), reference.pitch(), reference.roll());
    boolean isSeen = extents[at + COUNT] > 0;
    return new CameraBox(
        actor.name(),
        actor.objectClass(),
        isSeen ? extents[at + LEFT] : 0,
        isSeen ? extents[at + TOP] : 0,
        extents[at + RIGHT],
        extents[at + BOTTOM],
        extents[at + COUNT],
        mapFromCamera.inverse().times(mapFromBox),
        actor.size());
  }
}
