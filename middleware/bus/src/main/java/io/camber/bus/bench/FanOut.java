package io.camber.bus.bench;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What one publisher at 10 Hz pays for a crowd of sleeping subscribers, in processor time per message. */
final class FanOut {
  private static final long PERIOD_NS = 100_000_000;

  private FanOut() {}

  /** That many subscribers, each a node with a thread of its own; with {@code loan} they do not look at what they get. */
  static void crowd(Wire wire, BenchCase bench, int subscribers) {
    for (int i = 0; i < subscribers; i++) {
      String node = "listener" + i;
      Bell bell = wire.openBell(node, bench.waiting());
      WireReader reader = wire.openReader(WireBench.TO, node, bell);
      Thread thread = new Thread(() -> listen(reader, bell, bench.isLoan()), node);
      thread.setDaemon(true);
      thread.start();
    }
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  private static void listen(WireReader reader, Bell bell, boolean isLoan) {
    while (true) {
      bell.await(reader::hasMessages, Long.MAX_VALUE);
      reader.poll(
          (publisher, head, payload) -> {
            if (!isLoan) {
              Touch.all(payload);
            }
          },
          1);
    }
  }

  static void publish(Wire wire, BenchCase bench) {
    WireWriter writer = wire.openWriter(WireBench.TO, "publisher");
    WireHeader header = new WireHeader();
    ByteBuffer payload = ByteBuffer.allocateDirect(bench.bytes());
    int count = (int) Math.max(10, bench.measureNs() / PERIOD_NS);
    long[] cpuNs = new long[count];
    int warmUp = 20;
    for (int i = -warmUp; i < count; i++) {
      LockSupport.parkNanos(PERIOD_NS);
      long start = Allocation.cpuNsOfThisThread();
      writer.send(header.set(i, 0, 0), payload);
      if (i >= 0) {
        cpuNs[i] = Allocation.cpuNsOfThisThread() - start;
      }
    }
    Arrays.sort(cpuNs);
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"fanout\",\"sys\":\"camber-shm\",\"wait\":\"%s\",\"size\":%d,\"ends\":%d,\"n\":%d,"
            + "\"cpu_p50\":%d,\"cpu_p90\":%d}%n",
        bench.waiting(),
        bench.bytes(),
        wire.endpoints().size() - 1,
        count,
        cpuNs[count / 2],
        cpuNs[count * 9 / 10]);
  }
}
