package io.camber.app.rig;

import io.camber.bus.Qos;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * When a real-time run's clock shows 0, told on the bus. Who listens for it is ready; who comes late, as a process that was
 * started again does, finds it there. Before the run there may be a rehearsal, after which everybody waits again.
 * Payload: when the clock shows 0 in nanoseconds since 1970-01-01T00:00Z, and how long a rehearsal lasts in nanoseconds, 0
 * for the run itself; both i64 little-endian.
 */
final class StartSignal implements AutoCloseable {
  private static final WireTopic TOPIC = new WireTopic(
      "/run/start",
      "i64 i64",
      1,
      new Qos(Qos.Reliability.RELIABLE, 1, Qos.Durability.TRANSIENT_LOCAL, 0, 0));

  /** The launcher of a run as a node of its bus. */
  static final String SENDER = "run";

  private static final String SPARE_PREFIX = "spare-";
  private static final int BYTES = 2 * Long.BYTES;
  private static final long LOOK_NS = 20_000_000L;

  /** A dead process holds its nodes' names until its neighbours have noticed. */
  private static final long NAMES_NS = 3_000_000_000L;

  private final WireWriter writer;
  private long sequence;

  /**
   * What is told.
   *
   * @param epochNs when the clock shows 0, since 1970-01-01T00:00Z
   * @param rehearsalNs how long the rehearsal lasts; 0: it is none
   */
  record Start(long epochNs, long rehearsalNs) {
    boolean isRehearsal() {
      return rehearsalNs > 0;
    }

    /** Whether it is a rehearsal that has ended. */
    boolean isOver() {
      return isRehearsal() && RunClock.wallNs() >= epochNs + rehearsalNs;
    }
  }

  /** A rehearsal that ended long ago. */
  private static final Start NOTHING = new Start(0, 1);

  private StartSignal(WireWriter writer) {
    this.writer = writer;
  }

  static StartSignal open(Wire wire) {
    return new StartSignal(wire.openWriter(TOPIC, SENDER));
  }

  /** Tells everybody, now and later, until closed or told anew. */
  void send(Start start) {
    ByteBuffer payload = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    payload.putLong(0, start.epochNs()).putLong(Long.BYTES, start.rehearsalNs());
    writer.send(new WireHeader().set(sequence++, start.epochNs(), start.epochNs()), payload);
  }

  /** A name under which a spare process of this host shows that it is warm. */
  static String spareName() {
    return SPARE_PREFIX + ProcessHandle.current().pid();
  }

  static boolean isSpare(String node) {
    return node.startsWith(SPARE_PREFIX);
  }

  /** A place among those that wait. */
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }

  /** Shows that a node is ready without waiting for the signal. */
  static Shown show(Wire wire, String node) {
    Bell bell = openBell(wire, node);
    WireReader reader = wire.openReader(TOPIC, node, bell);
    return () -> {
      reader.close();
      bell.close();
    };
  }

  /** Nodes that are ready and wait. */
  static Set<String> waiting(Wire wire) {
    Set<String> nodes = new TreeSet<>();
    for (Endpoint end : wire.endpoints()) {
      boolean isListening = end.direction() == Endpoint.Direction.SUBSCRIBES;
      if (isListening && end.topic().name().equals(TOPIC.name())) {
        nodes.add(end.node());
      }
    }
    return nodes;
  }

  /**
   * Shows that nodes are ready and waits for the signal; empty when {@code stopped} came first.
   *
   * @throws WireException when another process has a node of such a name
   */
  static Optional<Start> await(Wire wire, List<String> nodes, BooleanSupplier stopped) {
    List<WireReader> readers = new ArrayList<>();
    Start[] heard = {NOTHING};
    try {
      Bell bell = openAll(wire, nodes, readers);
      while (heard[0].isOver() && !stopped.getAsBoolean()) {
        WireReader first = readers.get(0);
        first.poll((sender, head, payload) -> heard[0] = start(payload), 1);
        if (heard[0].isOver()) {
          bell.await(first::hasMessages, LOOK_NS);
        }
      }
      bell.close();
    } finally {
      readers.forEach(WireReader::close);
    }
    return heard[0].isOver() ? Optional.empty() : Optional.of(heard[0]);
  }

  private static Start start(ByteBuffer payload) {
    ByteBuffer numbers = payload.order(ByteOrder.LITTLE_ENDIAN);
    int at = numbers.position();
    return new Start(numbers.getLong(at), numbers.getLong(at + Long.BYTES));
  }

  private static Bell openAll(Wire wire, List<String> nodes, List<WireReader> readers) {
    Bell first = openBell(wire, nodes.get(0));
    readers.add(wire.openReader(TOPIC, nodes.get(0), first));
    for (String node : nodes.subList(1, nodes.size())) {
      readers.add(wire.openReader(TOPIC, node, openBell(wire, node)));
    }
    return first;
  }

  private static Bell openBell(Wire wire, String node) {
    long startNs = System.nanoTime();
    while (true) {
      try {
        return wire.openBell(node, Waiting.BLOCK);
      } catch (WireException e) {
        if (System.nanoTime() - startNs > NAMES_NS) {
          throw e;
        }
        LockSupport.parkNanos(LOOK_NS);
      }
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
