package io.camber.bus.udp;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One side of a test between two hosts: {@code pub|sub KEY_FILE RELIABLE|BEST_EFFORT COUNT RATE_HZ BYTES [cut:SECONDS]}.
 * Prints {@code name value} lines. Both processes share the clock of one machine, so ages are exact.
 */
final class NetlabPeer {
  private static final long SECOND_NS = 1_000_000_000;
  private static final int PORT = 42_800;

  private final UdpWire wire;
  private final WireTopic topic;
  private final int count;
  private final int rateHz;
  private final int bytes;
  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
  private final AtomicLong died = new AtomicLong();
  private final AtomicLong found = new AtomicLong();
  private final AtomicLong left = new AtomicLong();

  private NetlabPeer(String[] args) throws UnknownHostException {
    boolean publishes = args[0].equals("pub");
    Qos qos = args[2].equals("RELIABLE")
        ? Qos.SAMPLES
        : new Qos(Qos.Reliability.BEST_EFFORT, 100_000, Qos.Durability.VOLATILE, 0, 0);
    topic = new WireTopic("/lab", "test.Lab", 7, qos);
    count = Integer.parseInt(args[3]);
    rateHz = Integer.parseInt(args[4]);
    bytes = Integer.parseInt(args[5]);
    InetSocketAddress a =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 77, 0, 1}), PORT);
    InetSocketAddress b =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 77, 0, 2}), PORT);
    UdpConfig config = UdpConfig.at(publishes ? a : b, List.of(publishes ? b : a))
        .withKeyFile(Path.of(args[1]))
        .withOverrun(UdpConfig.Overrun.REFUSE, 10 * SECOND_NS);
    wire = UdpWire.open(config, this::onEvent);
  }

  private void onEvent(WireEvent event) {
    events.add(event.kind() + " " + event.detail());
    AtomicLong time = switch (event.kind()) {
      case NODE_DIED -> died;
      case NODE_FOUND -> found;
      default -> left;
    };
    time.set(System.nanoTime());
  }

  public static void main(String[] args) throws Exception {
    NetlabPeer peer = new NetlabPeer(args);
    if (args[0].equals("pub")) {
      peer.publish();
    } else {
      peer.subscribe(args.length > 6 ? args[6] : "");
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private void awaitOther() {
    while (wire.endpoints().size() < 2) {
      LockSupport.parkNanos(5_000_000);
    }
    LockSupport.parkNanos(300_000_000);
  }

  private void publish() {
    WireWriter writer = wire.openWriter(topic, "pub");
    awaitOther();
    WireHeader header = new WireHeader();
    ByteBuffer payload = ByteBuffer.allocateDirect(bytes);
    long start = System.nanoTime();
    int refused = 0;
    for (int i = 0; i < count; i++) {
      long due = start + i * SECOND_NS / rateHz;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.min(200_000, due - System.nanoTime()));
      }
      payload.putInt(0, i);
      payload.putInt(bytes - 4, i);
      if (!writer.send(header.set(i, System.nanoTime(), 0), payload)) {
        refused++;
      }
    }
    System.out.println("pub_duration_ms " + (System.nanoTime() - start) / 1_000_000);
    System.out.println("pub_refused " + refused);
    LockSupport.parkNanos(1_500_000_000L);
    System.out.println("repairs " + wire.traffic().repairsSent());
    wire.close();
  }

  private void subscribe(String cut) {
    Bell bell = wire.openBell("sub", Waiting.BLOCK);
    WireReader reader = wire.openReader(topic, "sub", bell);
    long heapBefore = heapBytes(); // a full collection, which must not fall into what is measured
    awaitOther();
    if (!cut.isEmpty()) {
      Thread cutter = new Thread(() -> cut(Double.parseDouble(cut)));
      cutter.setDaemon(true);
      cutter.start();
    }
    long[] ages = new long[count];
    int[] state = {0, -1, 0, 0, -1}; // received, last number, out of order, altered, first number
    long patienceNs = (long) ((4 + (cut.isEmpty() ? 0 : Double.parseDouble(cut))) * SECOND_NS);
    long quietSince = System.nanoTime();
    while (System.nanoTime() - quietSince < patienceNs) {
      bell.await(reader::hasMessages, 50_000_000);
      int taken = reader.poll(
          (publisher, header, payload) -> {
            int at = payload.position();
            int number = Integer.reverseBytes(payload.getInt(at));
            boolean honest = number == header.sequence()
                && Integer.reverseBytes(payload.getInt(at + bytes - 4)) == number;
            state[3] += honest ? 0 : 1;
            state[2] += number <= state[1] ? 1 : 0;
            state[1] = number;
            state[4] = state[4] < 0 ? number : state[4];
            ages[Math.min(state[0]++, count - 1)] = System.nanoTime() - header.publishTimeNs();
          },
          1000);
      if (taken > 0) {
        quietSince = System.nanoTime();
      } else if (left.get() > 0) {
        break;
      }
    }
    LockSupport.parkNanos(200_000_000);
    System.out.println("heap_growth_kb " + (heapBytes() - heapBefore) / 1024);
    long[] sorted = Arrays.copyOf(ages, Math.min(state[0], count));
    Arrays.sort(sorted);
    var traffic = wire.traffic();
    System.out.println("received " + state[0]);
    System.out.println("first " + state[4]);
    System.out.println("last " + state[1]);
    System.out.println("disordered " + state[2]);
    System.out.println("altered " + state[3]);
    System.out.println("lost " + reader.counters().lost());
    for (double q : new double[] {0.5, 0.99, 1}) {
      int index = Math.max(0, (int) Math.ceil(q * sorted.length) - 1);
      System.out.println(
          "age_us_p" + (int) (100 * q) + " " + (sorted.length == 0 ? -1 : sorted[index] / 1000));
    }
    System.out.println("unauthentic " + traffic.unauthentic());
    System.out.println("replayed " + traffic.replayed());
    System.out.println("foreign " + traffic.foreign());
    System.out.println("naks " + traffic.repairsAsked());
    events.forEach(event -> System.out.println("# " + event));
  }

  private static long heapBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Parts the hosts for a while; this process is root of its namespace. */
  private void cut(double seconds) {
    LockSupport.parkNanos(500_000_000);
    long cutNs = System.nanoTime(); // before nft runs, so the time to notice is an upper bound
    nft("add table inet p; add chain inet p in { type filter hook prerouting priority -310; };"
        + " add chain inet p out { type filter hook output priority -310; };"
        + " add rule inet p in drop; add rule inet p out drop");
    long healAt = cutNs + (long) (seconds * SECOND_NS);
    while (System.nanoTime() < healAt) {
      LockSupport.parkNanos(1_000_000);
    }
    long healNs = System.nanoTime(); // likewise
    nft("delete table inet p");
    LockSupport.parkNanos(700_000_000);
    System.out.println("detected_ms " + (died.get() - cutNs) / 1_000_000);
    System.out.println("rejoined_ms " + (found.get() - healNs) / 1_000_000);
  }

  private static void nft(String rules) {
    try {
      int status =
          new ProcessBuilder("/usr/sbin/nft", rules).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("nft: " + status);
      }
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException("cannot run nft", e);
    }
  }
}
