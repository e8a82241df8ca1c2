package io.camber.truth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an image truly shows: boxes of actors, and planes of the layers that were asked for, one after the other in the order
 * of {@link CameraLayer}, row by row, little-endian. Does not own its bytes: whoever fills the buffer gives it up on
 * construction and never writes it again.
 */
public final class CameraLayers {
  private final String sensorId;
  private final long timeNs;
  private final int width;
  private final int height;
  private final Set<CameraLayer> layers;
  private final List<CameraBox> boxes;
  private final ByteBuffer planes;

  /** Takes over {@code planes} from its position to its limit. */
  public CameraLayers(
      String sensorId,
      long timeNs,
      int width,
      int height,
      Set<CameraLayer> layers,
      List<CameraBox> boxes,
      ByteBuffer planes) {
    if (planes.remaining() != byteCount(width, height, layers)) {
      throw new IllegalArgumentException("planes=" + planes.remaining() + " bytes do not fill "
          + width + "x" + height + " of " + layers);
    }
    this.sensorId = sensorId;
    this.timeNs = timeNs;
    this.width = width;
    this.height = height;
    this.layers = layers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(layers));
    this.boxes = List.copyOf(boxes);
    this.planes = planes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes of the planes of an image. */
  public static int byteCount(int width, int height, Set<CameraLayer> layers) {
    return width * height * layers.stream().mapToInt(CameraLayer::pixelBytes).sum();
  }

  public String sensorId() {
    return sensorId;
  }

  /** That of the image. */
  public long timeNs() {
    return timeNs;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Set<CameraLayer> layers() {
    return layers;
  }

  /** All actors but the one that carries the camera, seen or not. */
  public List<CameraBox> boxes() {
    return boxes;
  }

  /** The planes, read-only, position 0. */
  public ByteBuffer packed() {
    return planes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  public float depthM(int column, int row) {
    return planes.getFloat(at(CameraLayer.DEPTH, column, row));
  }

  /** Number of the class of what a pixel shows. */
  public int classNumber(int column, int row) {
    return Byte.toUnsignedInt(planes.get(at(CameraLayer.CLASS, column, row)));
  }

  /** Number of the box that a pixel belongs to, from 1; 0 for none. */
  public int instance(int column, int row) {
    return Short.toUnsignedInt(planes.getShort(at(CameraLayer.INSTANCE, column, row)));
  }

  public float flowRightPx(int column, int row) {
    return planes.getFloat(at(CameraLayer.FLOW, column, row));
  }

  public float flowDownPx(int column, int row) {
    return planes.getFloat(at(CameraLayer.FLOW, column, row) + Float.BYTES);
  }

  private int at(CameraLayer layer, int column, int row) {
    if (!layers.contains(layer)) {
      throw new IllegalStateException(layer + " is not among " + layers);
    }
    int before = 0;
    for (CameraLayer each : layers) {
      if (each == layer) {
        break;
      }
      before += each.pixelBytes();
    }
    return before * width * height + (row * width + column) * layer.pixelBytes();
  }
}
