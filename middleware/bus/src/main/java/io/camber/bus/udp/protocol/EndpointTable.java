package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireCounters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The ends that this participant has open. */
final class EndpointTable {
  static final WireCounters NOTHING = new WireCounters(0, 0, 0, 0, 0, 0);
  static final int COUNTER_BYTES = 52;

  final List<OutStream> writers = new ArrayList<>();
  final List<Subscriber> readers = new ArrayList<>();
  private int nextId = 1;
  private int version;
  private List<byte[]> pages = EndpointPages.cut(0, List.of());

  int takeId() {
    if (nextId > EndpointPages.ID_MAX) {
      throw new io.camber.bus.transport.WireException("a participant opens at most "
          + EndpointPages.ID_MAX + " ends in its life; start another process");
    }
    return nextId++;
  }

  int version() {
    return version;
  }

  List<byte[]> pages() {
    return pages;
  }

  void changed() {
    version++;
    pages = EndpointPages.cut(version, entries());
  }

  List<EndpointEntry> entries() {
    List<EndpointEntry> entries = new ArrayList<>();
    writers.forEach(writer -> entries.add(writer.entry));
    readers.forEach(reader -> entries.add(reader.entry));
    return entries;
  }

  boolean hasNode(String node) {
    return entries().stream().anyMatch(entry -> entry.node().equals(node));
  }

  void addEndpointsTo(List<Endpoint> target, String host, long pid) {
    for (OutStream writer : writers) {
      if (!writer.lingers()) {
        target.add(endpoint(writer.entry, host, pid, writer.counters()));
      }
    }
    for (Subscriber reader : readers) {
      target.add(endpoint(reader.entry, host, pid, reader.counters()));
    }
  }

  private static Endpoint endpoint(
      EndpointEntry entry, String host, long pid, WireCounters counters) {
    return new Endpoint(entry.node(), host, pid, entry.direction(), entry.topic(), counters);
  }

  void forEachCounters(ObjIntConsumer<WireCounters> visitor) {
    for (OutStream writer : writers) {
      visitor.accept(writer.counters(), writer.entry.id());
    }
    for (Subscriber reader : readers) {
      visitor.accept(reader.counters(), reader.entry.id());
    }
  }

  static void writeCounters(ByteBuffer frame, int id, WireCounters counters) {
    frame
        .putInt(id)
        .putLong(counters.messages())
        .putLong(counters.bytes())
        .putLong(counters.lost())
        .putLong(counters.refused())
        .putLong(counters.bytesLargest())
        .putLong(counters.lastTimeNs());
  }

  static WireCounters readCounters(ByteBuffer frame) {
    return new WireCounters(
        frame.getLong(),
        frame.getLong(),
        frame.getLong(),
        frame.getLong(),
        frame.getLong(),
        frame.getLong());
  }
}
