package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireTopic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One end of a topic as participants tell each other.
 *
 * <pre>
 *   id u32 | direction u8 | reliability u8 | durability u8 | zero u8 | depth u32 | deadline i64 | lifespan i64
 *   | schema hash u64 | node u8+UTF-8 | topic u8+UTF-8 | schema name u8+UTF-8
 * </pre>
 *
 * @param id counts up per participant; never used twice
 */
record EndpointEntry(int id, Endpoint.Direction direction, String node, WireTopic topic) {
  private static final int FIXED_BYTES = 36;
  private static final int NAME_BYTES_MAX = 255;

  int bytes() {
    return FIXED_BYTES
        + 3
        + utf8(node).length
        + utf8(topic.name()).length
        + utf8(topic.schemaName()).length;
  }

  void write(ByteBuffer target) {
    Qos qos = topic.qos();
    target
        .putInt(id)
        .put(flag(direction == Endpoint.Direction.SUBSCRIBES))
        .put(flag(qos.reliability() == Qos.Reliability.RELIABLE))
        .put(flag(qos.durability() == Qos.Durability.TRANSIENT_LOCAL))
        .put((byte) 0)
        .putInt(qos.depth())
        .putLong(qos.deadlineNs())
        .putLong(qos.lifespanNs())
        .putLong(topic.schemaHash());
    writeName(target, node);
    writeName(target, topic.name());
    writeName(target, topic.schemaName());
  }

  /** Reads an entry, or answers null when it is not one. */
  static @Nullable EndpointEntry read(ByteBuffer source) {
    if (source.remaining() < FIXED_BYTES) {
      return null;
    }
    int id = source.getInt();
    int direction = source.get();
    int reliability = source.get();
    int durability = source.get();
    source.get();
    int depth = source.getInt();
    long deadlineNs = source.getLong();
    long lifespanNs = source.getLong();
    long schemaHash = source.getLong();
    String node = readName(source);
    String topic = readName(source);
    String schema = readName(source);
    boolean honest = id >= 1
        && isBit(direction)
        && isBit(reliability)
        && isBit(durability)
        && depth >= 1
        && deadlineNs >= 0
        && lifespanNs >= 0;
    if (!honest || node == null || topic == null || schema == null) {
      return null;
    }
    Qos qos = new Qos(
        reliability == 0 ? Qos.Reliability.BEST_EFFORT : Qos.Reliability.RELIABLE,
        depth,
        durability == 0 ? Qos.Durability.VOLATILE : Qos.Durability.TRANSIENT_LOCAL,
        deadlineNs,
        lifespanNs);
    return new EndpointEntry(
        id,
        direction == 0 ? Endpoint.Direction.PUBLISHES : Endpoint.Direction.SUBSCRIBES,
        node,
        new WireTopic(topic, schema, schemaHash, qos));
  }

  private static byte flag(boolean set) {
    return (byte) (set ? 1 : 0);
  }

  private static boolean isBit(int value) {
    return value == 0 || value == 1;
  }

  /** Refuses names that do not fit. */
  static void checkName(String what, String name) {
    if (name.isEmpty() || utf8(name).length > NAME_BYTES_MAX) {
      throw new IllegalArgumentException(
          what + "=" + name + " is empty or longer than " + NAME_BYTES_MAX + " bytes");
    }
  }

  static void writeName(ByteBuffer target, String name) {
    byte[] bytes = utf8(name);
    target.put((byte) bytes.length).put(bytes);
  }

  static @Nullable String readName(ByteBuffer source) {
    int length = source.hasRemaining() ? source.get() & 0xff : 0;
    if (length == 0 || source.remaining() < length) {
      return null;
    }
    ByteBuffer name = source.slice(source.position(), length);
    source.position(source.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
    } catch (CharacterCodingException e) {
      return null; // not a name: the caller counts the datagram as malformed
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
