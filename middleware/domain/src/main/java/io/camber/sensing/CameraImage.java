package io.camber.sensing;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One camera exposure, RGB, 8 bits a channel, row by row from the top left. Does not own its bytes: whoever fills the
 * buffer gives it up on construction and never writes it again. An image that was compressed keeps its file beside the pixels that
 * came out of it, so that nobody has to compress it again.
 */
public final class CameraImage {
  public static final int PIXEL_BYTES = 3;

  private final String sensorId;
  private final long timeNs;
  private final int width;
  private final int height;
  private final ByteBuffer pixels;
  private final Optional<ByteBuffer> jpeg;

  /** Takes over {@code pixels} from its position to its limit: width x height x 3 bytes. */
  public CameraImage(String sensorId, long timeNs, int width, int height, ByteBuffer pixels) {
    this(sensorId, timeNs, width, height, pixels, Optional.empty());
  }

  /** The same with the JPEG file that {@code pixels} are decoded from. */
  public CameraImage(
      String sensorId,
      long timeNs,
      int width,
      int height,
      ByteBuffer pixels,
      Optional<ByteBuffer> jpeg) {
    if (pixels.remaining() != width * height * PIXEL_BYTES) {
      throw new IllegalArgumentException(
          "pixels=" + pixels.remaining() + " bytes do not fill " + width + "x" + height + " RGB");
    }
    this.sensorId = sensorId;
    this.timeNs = timeNs;
    this.width = width;
    this.height = height;
    this.pixels = pixels.slice();
    this.jpeg = jpeg.map(ByteBuffer::slice);
  }

  /** The same image, said to be another sensor's or of another time. */
  public CameraImage labelled(String newSensorId, long newTimeNs) {
    return new CameraImage(newSensorId, newTimeNs, width, height, pixels, jpeg);
  }

  public String sensorId() {
    return sensorId;
  }

  /** Middle of the exposure. */
  public long timeNs() {
    return timeNs;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Colour as 0xRRGGBB. */
  public int rgb(int column, int row) {
    int at = (row * width + column) * PIXEL_BYTES;
    return Byte.toUnsignedInt(pixels.get(at)) << 16
        | Byte.toUnsignedInt(pixels.get(at + 1)) << 8
        | Byte.toUnsignedInt(pixels.get(at + 2));
  }

  /** The file that the pixels are decoded from, read-only; empty where they never were compressed. */
  public Optional<ByteBuffer> jpeg() {
    return jpeg.map(ByteBuffer::asReadOnlyBuffer);
  }

  /** The pixels, read-only, position 0. */
  public ByteBuffer packed() {
    return pixels.asReadOnlyBuffer();
  }
}
