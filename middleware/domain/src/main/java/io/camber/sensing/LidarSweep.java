package io.camber.sensing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One lidar revolution. Does not own its bytes: whoever fills the buffer gives it up on construction and never writes it
 * again; readers get values, or read-only views, of the same memory.
 *
 * <p>Points are packed little-endian, {@value #POINT_BYTES} bytes each, in the sensor frame {@code lidar_top} as it was
 * when the point was measured (no motion compensation):
 *
 * <pre>
 *  0        4        8        12              16        18          19      20
 *  +--------+--------+--------+---------------+---------+-----------+-------+
 *  | x f32  | y f32  | z f32  | offset ns u32 | ring u16| intens. u8| flags |
 *  +--------+--------+--------+---------------+---------+-----------+-------+
 * </pre>
 *
 * The offset counts from {@link #startNs()}; {@link #timeNs()} is the end of the revolution.
 */
public final class LidarSweep {
  public static final int POINT_BYTES = 20;

  private final String sensorId;
  private final long startNs;
  private final long timeNs;
  private final int size;
  private final ByteBuffer points;

  /** Takes over {@code points} from its position to its limit; the remaining length is a multiple of the point size. */
  public LidarSweep(String sensorId, long startNs, long timeNs, ByteBuffer points) {
    if (points.remaining() % POINT_BYTES != 0) {
      throw new IllegalArgumentException(
          "points=" + points.remaining() + " bytes is not a multiple of " + POINT_BYTES);
    }
    this.sensorId = sensorId;
    this.startNs = startNs;
    this.timeNs = timeNs;
    this.points = points.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.size = points.remaining() / POINT_BYTES;
  }

  /** Writes one point at the buffer's position; the buffer must be little-endian. Intensity 0 to 255. */
  public static void put(
      ByteBuffer target, float x, float y, float z, int offsetNs, int ring, int intensity) {
    target.putFloat(x).putFloat(y).putFloat(z).putInt(offsetNs);
    target.putShort((short) ring).put((byte) intensity).put((byte) 0);
  }

  public String sensorId() {
    return sensorId;
  }

  public long startNs() {
    return startNs;
  }

  /** End of the revolution, the measurement time of the message. */
  public long timeNs() {
    return timeNs;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  public float x(int i) {
    return points.getFloat(i * POINT_BYTES);
  }

  public float y(int i) {
    return points.getFloat(i * POINT_BYTES + 4);
  }

  public float z(int i) {
    return points.getFloat(i * POINT_BYTES + 8);
  }

  /** Time of point {@code i} on the run's clock. */
  public long pointTimeNs(int i) {
    return startNs + Integer.toUnsignedLong(points.getInt(i * POINT_BYTES + 12));
  }

  public int ring(int i) {
    return Short.toUnsignedInt(points.getShort(i * POINT_BYTES + 16));
  }

  /** 0 to 255. */
  public int intensity(int i) {
    return Byte.toUnsignedInt(points.get(i * POINT_BYTES + 18));
  }

  /** The packed points, read-only, position 0. */
  public ByteBuffer packed() {
    return points.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
