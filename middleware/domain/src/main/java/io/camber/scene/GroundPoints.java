package io.camber.scene;

import java.nio.ByteBuffer;

/**
 * Which points of one sweep are ground: one bit a point in the order of the sweep's points, that of point i in byte i / 8, lowest
 * bit first. Does not own its bytes: whoever fills the buffer gives it up on construction and never writes it again.
 */
public final class GroundPoints {
  private final long timeNs;
  private final String sensorId;
  private final int size;
  private final double rangeM;
  private final ByteBuffer bits;

  /**
   * Takes over {@code bits} from its position to its limit.
   *
   * @param timeNs that of the sweep
   * @param size points of the sweep
   * @param rangeM points farther from {@code base_link} were not looked at, nor those on the ego's body
   */
  public GroundPoints(long timeNs, String sensorId, int size, double rangeM, ByteBuffer bits) {
    if (size < 0 || bits.remaining() != byteCount(size)) {
      throw new IllegalArgumentException(
          "bits=" + bits.remaining() + " bytes are not those of size=" + size + " points");
    }
    this.timeNs = timeNs;
    this.sensorId = sensorId;
    this.size = size;
    this.rangeM = rangeM;
    this.bits = bits.slice();
  }

  /** Bytes of so many points. */
  public static int byteCount(int size) {
    return (size + Byte.SIZE - 1) / Byte.SIZE;
  }

  public long timeNs() {
    return timeNs;
  }

  public String sensorId() {
    return sensorId;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  public double rangeM() {
    return rangeM;
  }

  public boolean isGround(int i) {
    return (bits.get(i / Byte.SIZE) >> i % Byte.SIZE & 1) != 0;
  }

  /** The bits, read-only, position 0. */
  public ByteBuffer packed() {
    return bits.asReadOnlyBuffer();
  }
}
