package io.camber.sensing;

import java.nio.ByteBuffer;

/**
 * One camera exposure, RGB, 8 bits a channel, row by row from the top left. Does not own its bytes: whoever fills the
 * buffer gives it up on construction and never writes it again.
 */
public final class CameraImage {
  public static final int PIXEL_BYTES = 3;

  private final String sensorId;
  private final long timeNs;
  private final int width;
  private final int height;
  private final ByteBuffer pixels;

  /** Takes over {@code pixels} from its position to its limit: width x height x 3 bytes. */
  public CameraImage(String sensorId, long timeNs, int width, int height, ByteBuffer pixels) {
    if (pixels.remaining() != width * height * PIXEL_BYTES) {
      throw new IllegalArgumentException(
          "pixels=" + pixels.remaining() + " bytes do not fill " + width + "x" + height + " RGB");
    }
    this.sensorId = sensorId;
    this.timeNs = timeNs;
    this.width = width;
    this.height = height;
    this.pixels = pixels.slice();
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

  /** The pixels, read-only, position 0. */
  public ByteBuffer packed() {
    return pixels.asReadOnlyBuffer();
  }
}
