package io.camber.bus.bench;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Ping-pong: one message out, its echo back, again and again. */
final class RoundTrip {
  private static final long WARM_UP_NS = 1_500_000_000L;
  private static final int SAMPLES_MAX = 8_000_000;

  private final WireWriter writer;
  private final WireReader reader;
  private final Bell bell;
  private final BooleanSupplier ready;
  private final boolean isLoan;
  private final boolean isSpinning;
  private final int bytes;
  private final WireHeader header = new WireHeader();
  private long got = -1;

  private RoundTrip(Wire wire, BenchCase bench, boolean isPing) {
    String node = isPing ? "ping" : "pong";
    bell = wire.openBell(node, bench.waiting());
    reader = wire.openReader(isPing ? WireBench.FRO : WireBench.TO, node, bell);
    writer = wire.openWriter(isPing ? WireBench.TO : WireBench.FRO, node);
    ready = reader::hasMessages;
    isLoan = bench.isLoan();
    isSpinning = bench.waiting() == Waiting.SPIN;
    bytes = bench.bytes();
  }

  static void pong(Wire wire, BenchCase bench) {
    RoundTrip end = new RoundTrip(wire, bench, false);
    WireHandler echo = end::echo;
    while (true) {
      if (end.reader.poll(echo, 1) == 0) {
        end.rest();
      }
    }
  }

  /** One that spins has nothing to wait for. Who claims here fills nothing, so nothing is prepared for it. */
  private void rest() {
    if (isSpinning) {
      if (!isLoan) {
        writer.prepare();
      }
      Thread.onSpinWait();
    } else {
      bell.await(ready, Long.MAX_VALUE);
    }
  }

  private void echo(String publisher, WireHeader head, ByteBuffer payload) {
    long index = payload.getLong(payload.position());
    if (isLoan) {
      claim(index);
      return;
    }
    Touch.all(payload);
    header.set(head.sequence(), 0, 0);
    writer.send(header, payload);
  }

  private void claim(long index) {
    ByteBuffer claimed = writer.claim(header.set(index, 0, 0), bytes);
    if (claimed != null) {
      claimed.putLong(claimed.position(), index);
      writer.commit(bytes);
    }
  }

  static void ping(Wire wire, BenchCase bench) {
    RoundTrip end = new RoundTrip(wire, bench, true);
    while (wire.endpoints().size() < 4) {
      Thread.onSpinWait();
    }
    long[] samples = new long[SAMPLES_MAX];
    ByteBuffer payload =
        ByteBuffer.allocateDirect(bench.bytes()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    WireHandler take = end::take;
    end.run(payload, take, samples, WARM_UP_NS);
    long allocated = Allocation.ofThisThread();
    int count = end.run(payload, take, samples, bench.measureNs());
    double perMessage = (Allocation.ofThisThread() - allocated) / (double) count;
    Arrays.sort(samples, 0, count);
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"rtt\",\"sys\":\"camber-shm-%s\",\"wait\":\"%s\",\"size\":%d,\"n\":%d,\"p50\":%d,"
            + "\"p99\":%d,\"p999\":%d,\"allocated\":%.3f}%n",
        bench.mode(),
        bench.waiting(),
        bench.bytes(),
        count,
        samples[count / 2],
        samples[(int) (count * 0.99)],
        samples[(int) (count * 0.999)],
        perMessage);
  }

  private void take(String publisher, WireHeader head, ByteBuffer payload) {
    got = payload.getLong(payload.position());
    if (!isLoan) {
      Touch.all(payload);
    }
  }

  private int run(ByteBuffer payload, WireHandler take, long[] samples, long durationNs) {
    long start = System.nanoTime();
    int count = 0;
    for (long now = start; now - start < durationNs && count < samples.length; count++) {
      if (isLoan) {
        claim(count);
      } else {
        payload.putLong(0, count);
        writer.send(header.set(count, 0, 0), payload);
      }
      got = -1;
      while (got != count) {
        if (reader.poll(take, 1) == 0) {
          rest();
        }
      }
      long end = System.nanoTime();
      samples[count] = end - now;
      now = end;
    }
    return count;
  }
}
