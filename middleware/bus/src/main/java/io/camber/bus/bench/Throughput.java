package io.camber.bus.bench;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** One process sends as fast as it can, reliably; the other counts what arrives. */
final class Throughput {
  private static final long WARM_UP_NS = 1_500_000_000L;
  private static final int BATCH = 64;

  private final boolean isLoan;
  private long count;
  private long broken;
  private long next = -1;

  private Throughput(boolean isLoan) {
    this.isLoan = isLoan;
  }

  static void flood(Wire wire, BenchCase bench) {
    WireWriter writer = wire.openWriter(WireBench.TO, "flood");
    WireHeader header = new WireHeader();
    ByteBuffer payload = ByteBuffer.allocateDirect(bench.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; ; i++) {
      if (bench.isLoan()) {
        ByteBuffer claimed = writer.claim(header.set(i, 0, 0), bench.bytes());
        if (claimed != null) {
          claimed.putLong(claimed.position(), i);
          writer.commit(bench.bytes());
        }
      } else {
        payload.putLong(0, i);
        writer.send(header.set(i, 0, 0), payload);
      }
    }
  }

  static void drain(Wire wire, BenchCase bench) {
    Bell bell = wire.openBell("drain", bench.waiting());
    WireReader reader = wire.openReader(WireBench.TO, "drain", bell);
    Throughput drain = new Throughput(bench.isLoan());
    WireHandler take = drain::take;
    while (reader.poll(take, BATCH) == 0) {
      Thread.onSpinWait();
    }
    drain.run(reader, bell, take, WARM_UP_NS);
    drain.count = 0;
    long allocated = Allocation.ofThisThread();
    long start = System.nanoTime();
    drain.run(reader, bell, take, bench.measureNs());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"tput\",\"sys\":\"camber-shm-%s\",\"wait\":\"%s\",\"size\":%d,\"n\":%d,\"lost\":%d,"
            + "\"broken\":%d,\"msgs_s\":%.0f,\"mb_s\":%.1f,\"allocated\":%.3f}%n",
        bench.mode(),
        bench.waiting(),
        bench.bytes(),
        drain.count,
        reader.counters().lost(),
        drain.broken,
        drain.count / seconds,
        drain.count / seconds * bench.bytes() / 1e6,
        (Allocation.ofThisThread() - allocated) / (double) Math.max(1, drain.count));
  }

  private void run(WireReader reader, Bell bell, WireHandler take, long durationNs) {
    BooleanSupplier ready = reader::hasMessages;
    long start = System.nanoTime();
    while (System.nanoTime() - start < durationNs) {
      if (reader.poll(take, BATCH) == 0) {
        bell.await(ready, durationNs);
      }
    }
  }

  private void take(String publisher, WireHeader head, ByteBuffer payload) {
    long index = payload.getLong(payload.position());
    if (next >= 0 && index != next) {
      broken++;
    }
    next = index + 1;
    if (!isLoan) {
      Touch.all(payload);
    }
    count++;
  }
}
