package io.camber.bus.shm;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A writer and a reader of a topic of their own. A message is one number over and over, so that it tells whether it is
 * whole. The writer's half and the reader's half belong to one thread each.
 */
final class Pair {
  final WireTopic topic;
  final WireReader reader;
  private final String node;
  private final ByteBuffer payload;
  private final WireHeader header = new WireHeader();
  private final WireHandler check = this::check;
  private WireWriter writer;
  private long sent;

  long received;
  long torn;
  long last = -1;

  Pair(WireTopic topic, String node, int bytes, Waiting waiting) {
    this.topic = topic;
    this.node = node;
    this.payload = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.writer = StressBus.WIRE.openWriter(topic, node + "-w");
    this.reader = StressBus.WIRE.openReader(
        topic, node + "-r", StressBus.WIRE.openBell(node + "-r", waiting));
  }

  WireWriter writer() {
    return writer;
  }

  String node() {
    return node;
  }

  void reopenWriter() {
    writer.close();
    drain();
    writer = StressBus.WIRE.openWriter(topic, node + "-w");
    poll(1);
  }

  void sendAll(int count) {
    for (int i = 0; i < count; i++) {
      send();
    }
  }

  void send() {
    send(payload.capacity());
  }

  void send(int bytes) {
    long number = sent++;
    payload.clear().limit(bytes);
    for (int i = 0; i < bytes; i += Long.BYTES) {
      payload.putLong(i, number);
    }
    writer.send(header.set(number, number, number), payload);
  }

  long sent() {
    return sent;
  }

  int poll(int limit) {
    return reader.poll(check, limit);
  }

  /** Until nothing is left; the poll that goes on to the next segment brings nothing. */
  void drain() {
    for (int empty = 0; empty < 3; ) {
      empty = poll(1000) == 0 ? empty + 1 : 0;
    }
  }

  private void check(String publisher, WireHeader head, ByteBuffer message) {
    long number = head.sequence();
    boolean isWhole =
        number > last && head.publishTimeNs() == number && head.measurementTimeNs() == number;
    for (int i = message.position(); i < message.limit(); i += Long.BYTES) {
      isWhole &= message.getLong(i) == number;
    }
    torn += isWhole ? 0 : 1;
    last = number;
    received++;
  }
}
