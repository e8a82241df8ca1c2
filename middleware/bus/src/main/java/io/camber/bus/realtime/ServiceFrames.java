package io.camber.bus.realtime;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.transport.WireTopic;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Questions and answers of services on a wire: ordinary reliable messages whose payload says in front whom it is for.
 * Everybody on the topic receives them, as services may share their topics; those they are not for pass them over.
 *
 * <pre>
 *   service length u16 | service UTF-8 | node length u16 | node UTF-8 | question i64 | encoded question or answer
 * </pre>
 *
 * The node is the one that asked, in both directions; {@code question} is its question's sequence. Little-endian.
 */
final class ServiceFrames {
  private static final long MARK = 0x7365_7276_6963_6502L;

  /** Whom a frame is for, and its content. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never kept or compared
  record Frame(String service, String asker, long question, byte[] content) {}

  private ServiceFrames() {}

  static WireTopic wireTopic(Topic<?> topic) {
    WireTopic plain = WireTopic.of(topic);
    Qos qos = new Qos(Qos.Reliability.RELIABLE, topic.qos().depth(), Qos.Durability.VOLATILE, 0, 0);
    return new WireTopic(
        plain.name(), plain.schemaName() + "/service", plain.schemaHash() ^ MARK, qos);
  }

  static ByteBuffer write(String service, String asker, long question, ByteBuffer content) {
    byte[] name = service.getBytes(StandardCharsets.UTF_8);
    byte[] node = asker.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(
            2 * Short.BYTES + name.length + node.length + Long.BYTES + content.remaining())
        .order(ByteOrder.LITTLE_ENDIAN);
    frame.putShort((short) name.length).put(name);
    frame.putShort((short) node.length).put(node).putLong(question);
    return frame.put(content).flip();
  }

  /** The content is a copy. */
  static Frame read(ByteBuffer payload) {
    try {
      String service = string(payload);
      String asker = string(payload);
      long question = payload.getLong();
      byte[] content = new byte[payload.remaining()];
      payload.get(content);
      return new Frame(service, asker, question, content);
    } catch (BufferUnderflowException e) {
      throw new MalformedMessageException("a service frame ends before its address does", e);
    }
  }

  private static String string(ByteBuffer payload) {
    byte[] bytes = new byte[payload.getShort() & 0xffff];
    payload.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
