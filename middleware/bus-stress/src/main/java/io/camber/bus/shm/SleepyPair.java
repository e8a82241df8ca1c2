package io.camber.bus.shm;

import io.camber.bus.shm.file.Rope;
import io.camber.bus.stress.Inside;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/** A writer and a reader whose bell hangs on stand-ins for the FIFO at both ends. */
final class SleepyPair {
  private final WireWriter writer;
  private final WireReader reader;
  private final Bell bell;
  private final BooleanSupplier ready;
  private final NotedChannel bed = new NotedChannel();
  private final NotedChannel rope = new NotedChannel();
  private final WireHeader header = new WireHeader();
  private final ByteBuffer payload = ByteBuffer.allocateDirect(Long.BYTES);

  SleepyPair(WireTopic topic, String node) {
    writer = StressBus.WIRE.openWriter(topic, node + "-w");
    bell = StressBus.WIRE.openBell(node + "-r", Waiting.BLOCK);
    reader = StressBus.WIRE.openReader(topic, node + "-r", bell);
    ready = reader::hasMessages;
    Inside.set(bell, "fifo", bed);
    Inside.set(
        bell,
        "glanceNs",
        0L); // a message that comes at the same time is over by the end of a glance
    send(); // so that the writer finds its reader
    Gate gate = Inside.get(writer, "gate", Gate.class);
    GateReader[] sleepers = Inside.get(gate, "sleepers", GateReader[].class);
    Doorbell doorbell = Inside.get(sleepers[0], "bell", Doorbell.class);
    Inside.set(Inside.get(doorbell, "rope", Rope.class), "fifo", rope);
  }

  void reset() {
    while (reader.poll((publisher, head, message) -> {}, 100) > 0) {
      // until nothing is left
    }
    bed.isUsed = false;
    bed.isOver = false;
    rope.isUsed = false;
  }

  void send() {
    writer.send(header, payload.clear());
  }

  /** Nothing more will be sent or rung: ends the reader's sleep. */
  void end() {
    bed.isOver = true;
  }

  void await() {
    bell.await(ready, Long.MAX_VALUE);
  }

  boolean hasSlept() {
    return bed.isUsed;
  }

  boolean hasRung() {
    return rope.isUsed;
  }
}
