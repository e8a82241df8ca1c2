package io.camber.bus.remote;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A reliable stream of frames both ways between an executor and one node's process. Owned by one thread at a time. */
final class FrameLink implements AutoCloseable {
  private static final Qos RELIABLE =
      new Qos(Qos.Reliability.RELIABLE, 1024, Qos.Durability.VOLATILE, 0, 0);
  private static final String SCHEMA = "camber.lockstep.v1";
  private static final long SCHEMA_HASH = 0x6361_6d62_6c6f_0001L;
  private static final long LOOK_NS = 50_000_000L;

  private final WireWriter writer;
  private final WireReader reader;
  private final Bell bell;
  private final WireHeader header = new WireHeader();
  private final Patience patience;
  private final BooleanSupplier ready;
  private long sequence;

  private FrameLink(WireWriter writer, WireReader reader, Bell bell, Patience patience) {
    this.writer = writer;
    this.reader = reader;
    this.bell = bell;
    this.patience = patience;
    this.ready = reader::hasMessages;
  }

  /** The executor's end of the link to a node. */
  static FrameLink ofExecutor(Wire wire, String node, Waiting waiting, Patience patience) {
    return open(wire, "executor-of-" + node, calls(node), replies(node), waiting, patience);
  }

  /** The node's end. */
  static FrameLink ofNode(Wire wire, String node, Waiting waiting, Patience patience) {
    return open(wire, node, replies(node), calls(node), waiting, patience);
  }

  private static FrameLink open(
      Wire wire,
      String node,
      WireTopic outgoing,
      WireTopic incoming,
      Waiting waiting,
      Patience patience) {
    Bell bell = wire.openBell(node, waiting);
    WireReader reader = wire.openReader(incoming, node, bell);
    WireWriter writer = wire.openWriter(outgoing, node);
    return new FrameLink(writer, reader, bell, patience);
  }

  private static WireTopic calls(String node) {
    return new WireTopic("/lockstep/" + node + "/calls", SCHEMA, SCHEMA_HASH, RELIABLE);
  }

  private static WireTopic replies(String node) {
    return new WireTopic("/lockstep/" + node + "/replies", SCHEMA, SCHEMA_HASH, RELIABLE);
  }

  void send(FrameBuilder frame) {
    ByteBuffer bytes = frame.frame();
    header.set(sequence++, 0, 0);
    Patience.Wait wait = patience.begin();
    while (!writer.send(header, bytes)) {
      wait.check("takes nothing any more");
      Thread.onSpinWait();
    }
  }

  /** Waits for the next frame and hands it over. */
  void receive(Consumer<FrameParser> handler) {
    Patience.Wait wait = patience.begin();
    while (!receiveSoon(handler)) {
      wait.check("does not answer");
    }
  }

  /** Hands over the next frame if one comes within a twentieth of a second. */
  private boolean receiveSoon(Consumer<FrameParser> handler) {
    bell.await(ready, LOOK_NS);
    return reader.poll((publisher, head, payload) -> handler.accept(new FrameParser(payload)), 1)
        > 0;
  }

  /** Says hello until the other side answers; from then on nothing is lost either way. */
  void greet(FrameBuilder frame) {
    boolean[] welcomed = {false};
    Patience.Wait wait = patience.begin();
    while (!welcomed[0]) {
      wait.check("does not come up");
      send(frame.begin(FrameKind.HELLO));
      receiveSoon(answer -> welcomed[0] = answer.kind() == FrameKind.WELCOME);
    }
  }

  @Override
  public void close() {
    Ending ending = new Ending();
    ending.run(writer::close);
    ending.run(reader::close);
    ending.run(bell::close);
    ending.finish();
  }
}
