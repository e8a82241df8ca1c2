package io.camber.bus.transport;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Origins as bytes in a {@link WireHeader}, little-endian:
 *
 * <pre>
 *   count u8 | count times: idLength u8 | sensor id UTF-8 | sequence i64 | measurement time i64
 * </pre>
 *
 * Of a sensor there is the newest sample and, where that is another, the oldest. Without origins there is nothing, or a count of 0. The ids that passed once are kept, so that steady traffic encodes and compares without looking at strings again. Owned
 * by one thread.
 */
public final class OriginBytes {
  private static final int COUNT_MAX = 255;
  private static final int NUMBERS = 2 * Long.BYTES;

  private Origins lastEncoded = Origins.NONE;
  private byte[] lastBytes = {0};

  /** Puts the origins into the header. */
  public void encode(Origins origins, WireHeader header) {
    if (origins.list().isEmpty()) {
      header.resizeOrigins(0);
      return;
    }
    if (!origins.equals(lastEncoded)) {
      lastBytes = bytes(origins);
      lastEncoded = origins;
    }
    byte[] target = header.resizeOrigins(lastBytes.length);
    System.arraycopy(lastBytes, 0, target, 0, lastBytes.length);
  }

  private static byte[] bytes(Origins origins) {
    List<Origin> list = origins.all();
    if (list.size() > COUNT_MAX) {
      throw new IllegalArgumentException(list.size() + " origins are more than " + COUNT_MAX);
    }
    ByteBuffer buffer =
        ByteBuffer.allocate(WireHeader.ORIGIN_BYTES_MAX).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) list.size());
    for (Origin origin : list) {
      byte[] id = origin.sensorId().getBytes(StandardCharsets.UTF_8);
      if (id.length > COUNT_MAX) {
        throw new IllegalArgumentException(
            "sensorId=" + origin.sensorId() + " is longer than " + COUNT_MAX + " bytes");
      }
      buffer
          .put((byte) id.length)
          .put(id)
          .putLong(origin.sequence())
          .putLong(origin.measurementTimeNs());
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  /**
   * The origins in the header.
   *
   * @throws MalformedMessageException when they are not what {@link #encode} writes
   */
  public static Origins decode(WireHeader header) {
    boolean isNothing =
        header.originLength() == 0 || (header.originLength() == 1 && header.originBytes()[0] == 0);
    if (isNothing) {
      return Origins.NONE;
    }
    ByteBuffer buffer = ByteBuffer.wrap(header.originBytes(), 0, header.originLength())
        .order(ByteOrder.LITTLE_ENDIAN);
    int count = buffer.get() & 0xff;
    List<Origin> origins = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      origins.add(origin(buffer));
    }
    if (buffer.hasRemaining()) {
      throw new MalformedMessageException(buffer.remaining() + " bytes follow the origins");
    }
    return Origins.of(origins);
  }

  private static Origin origin(ByteBuffer buffer) {
    int length = buffer.hasRemaining() ? buffer.get() & 0xff : 0;
    if (buffer.remaining() < length + NUMBERS) {
      throw new MalformedMessageException("origins end after " + buffer.position() + " bytes");
    }
    byte[] id = new byte[length];
    buffer.get(id);
    return new Origin(new String(id, StandardCharsets.UTF_8), buffer.getLong(), buffer.getLong());
  }
}
