package io.camber.bus.bench;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import io.camber.bus.udp.security.BusKey;
import io.camber.bus.udp.security.GcmProtection;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Measures the UDP wire between two processes: {@code pong SIZE} and {@code ping SIZE SECONDS} for round trips, {@code sub SIZE
 * SECONDS} and {@code pub SIZE} for one-way throughput, {@code seal} for the price of sealing. Prints one JSON line.
 */
public final class UdpBench {
  private static final int PORT = 42_900;
  private static final long SECOND_NS = 1_000_000_000;
  private static final long WARM_UP_NS = Long.getLong("warmUpMs", 1000) * 1_000_000;
  private static final long MATCH_NS = 15 * SECOND_NS;

  private final Waiting waiting = Waiting.valueOf(System.getProperty("wait", "BLOCK"));
  private final UdpWire wire;
  private final int size;

  private UdpBench(int size) {
    this.size = size;
    UdpConfig config =
        UdpConfig.loopback(PORT).withOverrun(UdpConfig.Overrun.REFUSE, 5 * SECOND_NS);
    this.wire = UdpWire.open(config, WireListener.SILENT);
  }

  public static void main(String[] args) {
    switch (args[0]) {
      case "ping" -> new UdpBench(Integer.parseInt(args[1])).ping(Double.parseDouble(args[2]));
      case "pong" -> new UdpBench(Integer.parseInt(args[1])).pong();
      case "pub" -> new UdpBench(Integer.parseInt(args[1])).pub();
      case "sub" -> new UdpBench(Integer.parseInt(args[1])).sub(Double.parseDouble(args[2]));
      case "seal" -> seal();
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static WireTopic topic(String name) {
    return new WireTopic(name, "bench.Blob", 1, Qos.RESULT);
  }

  private void awaitOther(int ends) {
    long end = System.nanoTime() + MATCH_NS;
    while (wire.endpoints().size() < ends) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nobody came");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  private static long allocatedByAll() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long all = 0;
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      all += Math.max(0, bytes);
    }
    return all;
  }

  private void ping(double seconds) {
    WireWriter writer = wire.openWriter(topic("/ping"), "ping");
    Bell bell = wire.openBell("ping", waiting);
    WireReader reader = wire.openReader(topic("/pong"), "ping", bell);
    awaitOther(4);
    ByteBuffer payload = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    WireHeader header = new WireHeader();
    BooleanSupplier ready = reader::hasMessages;
    long[] answer = {0};
    WireHandler handler = (publisher, h, p) -> {
      Touch.all(p);
      answer[0] = p.getLong(p.position());
    };
    long[] times = new long[4_000_000];
    int count = 0;
    long start = System.nanoTime();
    long measure = start + WARM_UP_NS;
    long end = measure + (long) (seconds * SECOND_NS);
    long own = 0;
    long all = 0;
    long before = 0;
    for (long i = 1; before < end && count < times.length; i++) {
      before = System.nanoTime();
      payload.putLong(0, i);
      writer.send(header.set(i, before, 0), payload);
      while (answer[0] != i) {
        bell.await(ready, SECOND_NS);
        reader.poll(handler, 1);
      }
      if (before > measure) {
        if (count == 0) {
          own = Allocation.ofThisThread();
          all = allocatedByAll();
        }
        times[count++] = System.nanoTime() - before;
      }
    }
    own = Allocation.ofThisThread() - own;
    all = allocatedByAll() - all;
    Arrays.sort(times, 0, count);
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"rtt\",\"sys\":\"camber-udp\",\"wait\":\"%s\",\"size\":%d,\"n\":%d,\"p50\":%d,\"p99\":%d,\"p999\":%d,"
            + "\"alloc_own\":%.1f,\"alloc_all\":%.1f,\"traffic\":\"%s\"}%n",
        waiting,
        size,
        count,
        times[count / 2],
        times[(int) (count * 0.99)],
        times[(int) (count * 0.999)],
        (double) own / count,
        (double) all / count,
        wire.traffic());
  }

  private void pong() {
    Bell bell = wire.openBell("pong", waiting);
    WireReader reader = wire.openReader(topic("/ping"), "pong", bell);
    WireWriter writer = wire.openWriter(topic("/pong"), "pong");
    WireHeader header = new WireHeader();
    WireHandler handler = (publisher, h, p) -> {
      Touch.all(p);
      writer.send(header.set(h.sequence(), h.publishTimeNs(), 0), p);
    };
    while (true) {
      bell.await(reader::hasMessages, SECOND_NS);
      reader.poll(handler, 16);
    }
  }

  private void pub() {
    WireWriter writer = wire.openWriter(topic("/data"), "pub");
    awaitOther(2);
    ByteBuffer payload = ByteBuffer.allocateDirect(size);
    WireHeader header = new WireHeader();
    for (long i = 0; ; i++) {
      payload.putLong(0, i);
      writer.send(header.set(i, i, 0), payload);
    }
  }

  private void sub(double seconds) {
    Bell bell = wire.openBell("sub", waiting);
    WireReader reader = wire.openReader(topic("/data"), "sub", bell);
    awaitOther(2);
    long[] count = {0};
    WireHandler handler = (publisher, h, p) -> {
      Touch.all(p);
      count[0]++;
    };
    long measure = System.nanoTime() + WARM_UP_NS;
    long end = measure + (long) (seconds * SECOND_NS);
    long from = 0;
    long at = 0;
    while (System.nanoTime() < end) {
      bell.await(reader::hasMessages, SECOND_NS);
      reader.poll(handler, 256);
      if (at == 0 && System.nanoTime() > measure) {
        at = System.nanoTime();
        from = count[0];
      }
    }
    double took = (System.nanoTime() - at) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"tput\",\"sys\":\"camber-udp\",\"wait\":\"%s\",\"size\":%d,\"n\":%d,\"lost\":%d,\"msgs_s\":%.0f,\"mb_s\":%.1f,\"traffic\":\"%s\"}%n",
        waiting,
        size,
        count[0] - from,
        reader.counters().lost(),
        (count[0] - from) / took,
        (count[0] - from) / took * size / 1e6,
        wire.traffic());
  }

  private static void seal() {
    GcmProtection protection = new GcmProtection(new BusKey(new byte[BusKey.LENGTH]));
    var sealer = protection.sealer(1, 2);
    var opener = protection.opener(1, 2);
    ByteBuffer datagram = ByteBuffer.allocateDirect(2048).order(ByteOrder.LITTLE_ENDIAN);
    int plain = 1400 - protection.overheadBytes();
    for (int round = 0; round < 8; round++) {
      int n = 300_000;
      long sealNs = 0;
      long openNs = 0;
      for (int i = 0; i < n; i++) {
        long counter = (long) round * n + i;
        long t0 = System.nanoTime();
        int length = sealer.seal(datagram, 32, plain, counter);
        long t1 = System.nanoTime();
        if (opener.open(datagram, 32, length, counter) != plain) {
          throw new IllegalStateException("not authentic");
        }
        sealNs += t1 - t0;
        openNs += System.nanoTime() - t1;
      }
      System.out.printf(
          Locale.ROOT,
          "{\"kind\":\"seal\",\"bytes\":1400,\"seal_ns\":%d,\"open_ns\":%d}%n",
          sealNs / n,
          openNs / n);
    }
  }
}
