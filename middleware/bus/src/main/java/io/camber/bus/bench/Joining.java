package io.camber.bus.bench;

import io.camber.bus.Qos;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A process joins a bus on which another publishes many topics, one latched message each: joined is who has read all of
 * them. Then it leaves again.
 */
final class Joining {
  private static final int ROUNDS = 5;

  private final SharedMemoryConfig config;
  private final int topics;

  Joining(SharedMemoryConfig config, int topics) {
    this.config = config;
    this.topics = topics;
  }

  /** The process that publishes. */
  void offer() {
    Wire wire = SharedMemoryWire.open(config, WireListener.SILENT);
    long start = System.nanoTime();
    WireHeader header = new WireHeader();
    ByteBuffer payload = ByteBuffer.allocateDirect(100);
    for (int i = 0; i < topics; i++) {
      WireWriter writer = wire.openWriter(topic(i), "offer");
      writer.send(header.set(i, 0, 0), payload);
    }
    print("open", List.of((System.nanoTime() - start) / 1e6));
    Partner.sayReady();
    LockSupport.parkNanos(Long.MAX_VALUE);
    wire.close();
  }

  void measure() throws IOException {
    try (Partner partner = Partner.start(
        CrowdBench.class, "offer", Integer.toString(topics), config.root().toString())) {
      partner.awaitReady();
      List<Double> joinMs = new ArrayList<>();
      List<Double> leaveMs = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        Wire wire = join();
        long joined = System.nanoTime();
        wire.close();
        joinMs.add((joined - start) / 1e6);
        leaveMs.add((System.nanoTime() - joined) / 1e6);
      }
      print("join", joinMs);
      print("leave", leaveMs);
    }
  }

  private Wire join() {
    Wire wire = SharedMemoryWire.open(config, WireListener.SILENT);
    Bell bell = wire.openBell("join", Waiting.SPIN);
    List<WireReader> waiting = new ArrayList<>();
    for (int i = 0; i < topics; i++) {
      waiting.add(wire.openReader(topic(i), "join", bell));
    }
    while (!waiting.isEmpty()) {
      waiting.removeIf(reader -> reader.poll((publisher, header, payload) -> {}, 1) > 0);
    }
    return wire;
  }

  private static WireTopic topic(int number) {
    return new WireTopic("/join/" + number, "bytes", 1, Qos.LATCHED);
  }

  private void print(String what, List<Double> ms) {
    List<Double> sorted = ms.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"%s\",\"topics\":%d,\"n\":%d,\"ms_min\":%.1f,\"ms_p50\":%.1f,\"ms_max\":%.1f}%n",
        what,
        topics,
        sorted.size(),
        sorted.get(0),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1));
  }
}
