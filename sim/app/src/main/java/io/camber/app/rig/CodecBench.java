package io.camber.app.rig;

import io.camber.bus.Codec;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.bench.Allocation;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * What a codec takes of a round trip: one thread encodes a message into memory outside of the heap, copies it onto the heap
 * and decodes it, twice. No bus, no other core.
 */
final class CodecBench<T> {
  private static final long WARM_UP_NS = 1_500_000_000L;
  private static final int BATCH = 1000;

  private final T value;
  private final Codec<T> codec;
  private final PayloadBuffer scratch = new PayloadBuffer(1 << 10);
  private final ByteBuffer memory;
  private T last;
  private int length;
  private long exchanges;

  CodecBench(T value, Codec<T> codec) {
    this.value = value;
    this.last = value;
    this.codec = codec;
    codec.encode(value, scratch);
    memory = ByteBuffer.allocateDirect(2 * scratch.length());
  }

  void print(double seconds) {
    roundTripNs(WARM_UP_NS);
    long allocated = Allocation.ofThisThread();
    long before = exchanges;
    double roundTripNs = roundTripNs((long) (seconds * 1e9));
    allocated = Allocation.ofThisThread() - allocated;
    requireWhole();
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"codec\",\"size\":%d,\"p50\":%.1f,\"allocated\":%.1f}%n",
        length,
        roundTripNs,
        2.0 * allocated / (exchanges - before));
  }

  private void requireWhole() {
    scratch.clear();
    codec.encode(last, scratch);
    if (scratch.length() != length) {
      throw new IllegalStateException(
          "what was decoded has " + scratch.length() + " bytes instead of " + length);
    }
  }

  /** The mean, collections included. */
  private double roundTripNs(long durationNs) {
    long start = System.nanoTime();
    long now = start;
    long count = 0;
    while (now - start < durationNs) {
      for (int i = 0; i < BATCH; i++) {
        exchange();
        exchange();
      }
      count += BATCH;
      now = System.nanoTime();
    }
    return (now - start) / (double) count;
  }

  private void exchange() {
    if (!codec.encodeInto(value, this::room)) {
      scratch.clear();
      codec.encode(value, scratch);
      length = scratch.length();
      memory.put(0, scratch.array(), 0, length);
    }
    byte[] bytes = new byte[length];
    memory.get(0, bytes);
    last = codec.decode(PayloadBuffer.of(bytes).view());
    exchanges++;
  }

  private ByteBuffer room(int wanted) {
    length = wanted;
    return memory.clear();
  }
}
