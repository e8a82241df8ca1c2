package io.camber.bus.realtime;

import io.camber.bus.Envelope;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a node publishes, onto a wire: one writer per topic, opened with its first message. */
final class WireSender implements AutoCloseable {
  private static final int SCRATCH_BYTES = 4096;
  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0).asReadOnlyBuffer();

  private final String node;
  private final Wire wire;
  private final Map<String, WireWriter> writers = new TreeMap<>();

  /** The same writers by the topics they were opened for, so that a message finds its own without comparing names. */
  private final IdentityHashMap<Topic<?>, WireWriter> byTopic = new IdentityHashMap<>();

  /** The same writers in the order of opening. */
  private final List<WireWriter> opened = new ArrayList<>();

  private int turn;
  private @Nullable WireWriter alive;
  private long beats;
  private final WireHeader header = new WireHeader();
  private final OriginBytes origins = new OriginBytes();
  private final PayloadBuffer scratch = new PayloadBuffer(SCRATCH_BYTES);

  WireSender(String node, Wire wire) {
    this.node = node;
    this.wire = wire;
  }

  /** False when the wire refused it. */
  boolean send(Outgoing outgoing) {
    BusMessage<?> message = outgoing.message();
    Envelope envelope = message.envelope();
    header.set(envelope.sequence(), envelope.publishTimeNs(), envelope.measurementTimeNs());
    origins.encode(envelope.origins(), header);
    Recipient recipient = outgoing.recipient();
    if (recipient instanceof Recipient.Everybody) {
      return sendToAll(message);
    }
    ByteBuffer content = encode(message);
    ByteBuffer frame = recipient instanceof Recipient.Asker asker
        ? ServiceFrames.write(asker.service(), asker.node(), asker.question(), content)
        : ServiceFrames.write(
            ((Recipient.Server) recipient).service(), node, envelope.sequence(), content);
    return writer(ServiceFrames.wireTopic(message.topic())).send(header, frame);
  }

  /** Sends a heartbeat of the node. */
  void beat() {
    WireWriter writer = alive;
    if (writer == null) {
      writer = writer(Heartbeat.TOPIC);
      alive = writer;
    }
    writer.send(header.set(beats++, 0, 0), NOTHING);
  }

  private <T> boolean sendToAll(BusMessage<T> message) {
    WireWriter writer = writer(message.topic());
    Claim claim = new Claim(writer, header);
    return claim.isFilledBy(message) ? claim.commit() : writer.send(header, encode(message));
  }

  /** Valid until the next message. */
  private <T> ByteBuffer encode(BusMessage<T> message) {
    scratch.clear();
    message.topic().codec().encode(message.value(), scratch);
    return scratch.view();
  }

  private WireWriter writer(Topic<?> topic) {
    WireWriter known = byTopic.get(topic);
    if (known == null) {
      known = writer(WireTopic.of(topic));
      byTopic.put(topic, known);
    }
    return known;
  }

  private WireWriter writer(WireTopic topic) {
    return writers.computeIfAbsent(topic.name(), name -> {
      WireWriter writer = wire.openWriter(topic, node);
      opened.add(writer);
      return writer;
    });
  }

  /** Prepares one writer for its next message, another one each time. */
  void prepare() {
    int count = opened.size();
    if (count > 0) {
      turn = turn + 1 < count ? turn + 1 : 0;
      opened.get(turn).prepare();
    }
  }

  /** What has been opened so far. */
  List<WireWriter> writers() {
    return List.copyOf(writers.values());
  }

  @Override
  public void close() {
    wire.close(List.of(), writers());
  }

  /** Room in a writer's memory for one message. */
  private static final class Claim implements IntFunction<@Nullable ByteBuffer> {
    private final WireWriter writer;
    private final WireHeader header;
    private int length;
    private boolean isRefused;
    private boolean isTaken;

    Claim(WireWriter writer, WireHeader header) {
      this.writer = writer;
      this.header = header;
    }

    @Override
    public @Nullable ByteBuffer apply(int wanted) {
      length = wanted;
      ByteBuffer room = writer.claim(header, wanted);
      isRefused = room == null;
      isTaken = room != null;
      return room;
    }

    /** False when the topic's codec cannot fill it. What cannot be encoded is given back. */
    <T> boolean isFilledBy(BusMessage<T> message) {
      try {
        return message.topic().codec().encodeInto(message.value(), this);
      } catch (RuntimeException | Error e) {
        giveBack();
        throw e;
      }
    }

    private void giveBack() {
      if (isTaken) {
        writer.abort();
      }
    }

    boolean commit() {
      if (!isRefused) {
        writer.commit(length);
      }
      return !isRefused;
    }
  }
}
