package io.camber.bus.transport;

import java.nio.ByteBuffer;

/** Payloads that are known by heart. */
final class Payloads {
  private Payloads() {}

  static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  static ByteBuffer filled(int length, int seed) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(length);
    for (int i = 0; i < length; i++) {
      buffer.put((byte) (i * 31 + seed));
    }
    return buffer.flip();
  }

  static boolean isFilled(ByteBuffer payload, int length, int seed) {
    if (payload.remaining() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (payload.get(payload.position() + i) != (byte) (i * 31 + seed)) {
        return false;
      }
    }
    return true;
  }
}
