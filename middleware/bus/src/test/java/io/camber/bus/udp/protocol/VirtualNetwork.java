package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.Access;
import io.camber.bus.udp.security.Protection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hosts, a faulty network between them and a clock, all in one thread and drawn from one seed. */
final class VirtualNetwork {
  static final long MS = 1_000_000;
  static final int MEETING_PORT = 7000;
  private static final long TICK_NS = 2 * MS;
  private static final int DATA_PORT = 7001;

  final Random random;
  final List<Host> hosts = new ArrayList<>();
  double loss;
  double duplication;
  double reordering;
  long nowNs = 1_000 * MS;
  Predicate<byte[]> swallowed = bytes -> false;
  private final PriorityQueue<Flight> flights = new PriorityQueue<>();
  private final boolean[][] cut = new boolean[128][128];
  private final TreeMap<Integer, Long> epochs = new TreeMap<>();
  private long flown;
  private int bytesPerS;
  private int queueBytes;
  private long wayNs;
  private final long[] freeNs = new long[128];

  VirtualNetwork(long seed) {
    random = new Random(seed);
  }

  /** A participant at 10.0.0.(1 + index) that calls all of {@code count} addresses but its own. */
  Host start(int index, int count, ProtocolConfig config, Protection protection) {
    return start(index, count, config, protection, Access.OPEN);
  }

  Host start(int index, int count, ProtocolConfig config, Protection protection, Access access) {
    List<InetSocketAddress> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i != index) {
        calls.add(address(i, MEETING_PORT));
      }
    }
    long epoch = epochs.merge(index, 1L, Long::sum);
    Host host = new Host(index, epoch, calls, config, protection, access);
    hosts.add(host);
    return host;
  }

  /** The wall clock of the next participant that starts there. */
  void setEpoch(int index, long epoch) {
    epochs.put(index, epoch - 1);
  }

  static InetSocketAddress address(int index, int port) {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) (1 + index)}), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets every host send so many bytes a second from now on, in order, with a queue before it that drops what no longer fits and
   * a way behind it that takes this long.
   */
  void throttle(int newBytesPerS, int newQueueBytes, long newWayNs) {
    bytesPerS = newBytesPerS;
    queueBytes = newQueueBytes;
    wayNs = newWayNs;
  }

  /** Time in the sender's queue; negative when it is full. */
  private long queue(int from, int length) {
    if (bytesPerS == 0) {
      return 0;
    }
    long start = Math.max(nowNs, freeNs[from]);
    if ((start - nowNs) * bytesPerS / 1_000_000_000L > queueBytes) {
      return -1;
    }
    freeNs[from] = start + length * 1_000_000_000L / bytesPerS;
    return freeNs[from] - nowNs;
  }

  /** Cuts one direction, or mends it. */
  void cut(int from, int to, boolean isCut) {
    cut[from][to] = isCut;
  }

  void heal() {
    loss = 0;
    duplication = 0;
    reordering = 0;
    for (boolean[] row : cut) {
      java.util.Arrays.fill(row, false);
    }
  }

  void run(long durationNs) {
    long end = nowNs + durationNs;
    long nextTick = nowNs;
    while (nowNs < end) {
      Flight flight = flights.peek();
      if (flight != null && flight.timeNs <= nextTick) {
        flights.poll();
        nowNs = Math.max(nowNs, flight.timeNs);
        arrive(flight);
      } else {
        nowNs = Math.max(nowNs, nextTick);
        nextTick = nowNs + TICK_NS;
        for (Host host : List.copyOf(hosts)) {
          if (nowNs >= host.pausedUntilNs) {
            host.resume();
            host.participant.tick(nowNs);
          }
        }
      }
    }
  }

  private void arrive(Flight flight) {
    for (Host host : List.copyOf(hosts)) {
      if (host.index == flight.to && nowNs < host.pausedUntilNs) {
        host.waiting.add(flight);
      } else if (host.index == flight.to) {
        ByteBuffer bytes =
            ByteBuffer.allocateDirect(flight.bytes.length + 32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, flight.bytes);
        boolean meeting = flight.port == MEETING_PORT;
        host.participant.receive(
            bytes, flight.bytes.length, meeting ? address(flight.from, MEETING_PORT) : null, nowNs);
      }
    }
  }

  /** Puts raw bytes on the wire, faults included. */
  void send(int from, int to, int port, byte[] bytes) {
    if (cut[from][to] || swallowed.test(bytes) || random.nextDouble() < loss) {
      return;
    }
    long queuedNs = queue(from, bytes.length);
    if (queuedNs < 0) {
      return;
    }
    int copies = random.nextDouble() < duplication ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      long delay = bytesPerS > 0 ? queuedNs + wayNs : 100_000L + random.nextInt(50_000);
      if (random.nextDouble() < reordering) {
        delay += random.nextInt(3_000_000);
      }
      flights.add(new Flight(nowNs + delay, flown++, from, to, port, bytes));
    }
  }

  private static final class Flight implements Comparable<Flight> {
    private final long timeNs;
    private final long order;
    private final int from;
    private final int to;
    private final int port;
    private final byte[] bytes;

    Flight(long timeNs, long order, int from, int to, int port, byte[] bytes) {
      this.timeNs = timeNs;
      this.order = order;
      this.from = from;
      this.to = to;
      this.port = port;
      this.bytes = bytes;
    }

    @Override
    public int compareTo(Flight other) {
      int byTime = Long.compare(timeNs, other.timeNs);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** A process of the simulated bus. */
  final class Host implements Network {
    final int index;
    final List<WireEvent> events = new ArrayList<>();
    final List<Long> eventTimes = new ArrayList<>();
    final List<byte[]> sent = new ArrayList<>();
    boolean records;
    long bytesOut;
    boolean runs;
    private long pausedUntilNs;
    private final List<Flight> waiting = new ArrayList<>();
    final Participant participant;

    Host(
        int index,
        long epoch,
        List<InetSocketAddress> calls,
        ProtocolConfig config,
        Protection protection,
        Access access) {
      this.index = index;
      this.participant = new Participant(
          new Participant.Identity("host" + index, 100 + index, DATA_PORT, epoch),
          config,
          protection,
          access,
          this,
          calls,
          event -> {
            events.add(event);
            eventTimes.add(nowNs);
          },
          new Random(random.nextLong()),
          Runnable::run,
          () -> {});
    }

    /** Gets no processor for a while; what arrives waits at its socket, behind the first tick after the pause. */
    void pause(long durationNs) {
      pausedUntilNs = nowNs + durationNs;
    }

    private void resume() {
      if (!waiting.isEmpty()) {
        List<Flight> late = List.copyOf(waiting);
        waiting.clear();
        participant.tick(nowNs); // the timer may come first
        late.forEach(VirtualNetwork.this::arrive);
      }
    }

    /** Gone without a word. */
    void crash() {
      hosts.remove(this);
    }

    boolean has(WireEvent.Kind kind) {
      return events.stream().anyMatch(event -> event.kind() == kind);
    }

    @Override
    public void meet(InetSocketAddress address, ByteBuffer datagram, int length) {
      put(address, datagram, 0, length);
    }

    @Override
    public void call(ByteBuffer datagram, int length) {}

    @Override
    public boolean isRunning(InetSocketAddress address, long pid) {
      return hosts.stream().anyMatch(host -> host.runs && 100 + host.index == pid);
    }

    @Override
    public Route open(InetSocketAddress address) {
      return new Route() {
        @Override
        public void send(ByteBuffer datagram, int offset, int length) {
          put(address, datagram, offset, length);
        }

        @Override
        public void close() {}
      };
    }

    private void put(InetSocketAddress address, ByteBuffer datagram, int offset, int length) {
      byte[] bytes = new byte[length];
      datagram.get(offset, bytes);
      bytesOut += length;
      if (records) {
        sent.add(bytes);
      }
      VirtualNetwork.this.send(
          index, address.getAddress().getAddress()[3] - 1, address.getPort(), bytes);
    }

    @Nullable
    WireEvent firstEvent(WireEvent.Kind kind) {
      return events.stream().filter(event -> event.kind() == kind).findFirst().orElse(null);
    }

    long firstTimeNs(WireEvent.Kind kind, long afterNs) {
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i).kind() == kind && eventTimes.get(i) >= afterNs) {
          return eventTimes.get(i);
        }
      }
      return Long.MAX_VALUE;
    }
  }
}
