package io.camber.bus.bench;

import java.nio.ByteBuffer;

/** Reads one word of every cache line, as a consumer that looks at all of its input does. */
final class Touch {
  private static final int LINE_BYTES = 64;
  private static final long NEVER = 0x7d3c_9e5b_12f4_a86dL;

  private Touch() {}

  static void all(ByteBuffer payload) {
    long sum = 0;
    int end = payload.limit() - Long.BYTES;
    for (int i = payload.position(); i <= end; i += LINE_BYTES) {
      sum += payload.getLong(i);
    }
    if (sum == NEVER) {
      Thread.onSpinWait(); // so that the sum is used
    }
  }
}
