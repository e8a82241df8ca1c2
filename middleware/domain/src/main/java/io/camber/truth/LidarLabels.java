package io.camber.truth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What each point of one sweep truly hit, in the order of the sweep's points. Does not own its bytes: whoever fills the buffer
 * gives it up on construction and never writes it again.
 *
 * <pre>
 *  0                     size                        3 size
 *  +---------------------+---------------------------+
 *  | class u8, each      | actor u16, each, little-  |
 *  | {@link PointClass}  | endian; from 1, 0 no one  |
 *  +---------------------+---------------------------+
 * </pre>
 */
public final class LidarLabels {
  public static final int POINT_BYTES = 3;

  private final String sensorId;
  private final long timeNs;
  private final List<String> actors;
  private final int size;
  private final ByteBuffer planes;

  /**
   * Takes over {@code planes} from its position to its limit.
   *
   * @param timeNs that of the sweep
   * @param actors names that the numbers of the second plane stand for
   */
  public LidarLabels(String sensorId, long timeNs, List<String> actors, ByteBuffer planes) {
    if (planes.remaining() % POINT_BYTES != 0) {
      throw new IllegalArgumentException(
          "planes=" + planes.remaining() + " bytes is not a multiple of " + POINT_BYTES);
    }
    this.sensorId = sensorId;
    this.timeNs = timeNs;
    this.actors = List.copyOf(actors);
    this.planes = planes.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.size = planes.remaining() / POINT_BYTES;
  }

  public String sensorId() {
    return sensorId;
  }

  /** That of the sweep. */
  public long timeNs() {
    return timeNs;
  }

  public List<String> actors() {
    return actors;
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /** Number of the {@link PointClass} of point {@code i}. */
  public int classNumber(int i) {
    return Byte.toUnsignedInt(planes.get(i));
  }

  /** Number of the actor that point {@code i} hit, from 1; 0 when it is none. */
  public int actorNumber(int i) {
    return Short.toUnsignedInt(planes.getShort(size + Short.BYTES * i));
  }

  /** The planes, read-only, position 0. */
  public ByteBuffer packed() {
    return planes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
