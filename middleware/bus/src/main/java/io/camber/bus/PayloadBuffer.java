package io.camber.bus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Growable byte buffer that codecs append to. Owned by one thread; reused from message to message. */
public final class PayloadBuffer {
  private byte[] bytes;
  private int length;

  public PayloadBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  private PayloadBuffer(byte[] bytes) {
    this.bytes = bytes;
    this.length = bytes.length;
  }

  /** A buffer that holds these bytes, which the caller never touches again. */
  public static PayloadBuffer of(byte[] bytes) {
    return new PayloadBuffer(bytes);
  }

  public void clear() {
    length = 0;
  }

  /** Makes room for {@code count} more bytes and returns the offset where they start in {@link #array()}. */
  public int extend(int count) {
    int start = length;
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    length = needed;
    return start;
  }

  /** Appends from position to limit; the source's position does not move. */
  public void append(ByteBuffer source) {
    int count = source.remaining();
    int start = extend(count);
    source.get(source.position(), bytes, start, count);
  }

  /** The backing array; valid from 0 to {@link #length()} until the next {@link #extend}. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Read-only view of what was appended, little-endian; valid until the buffer is cleared. */
  public ByteBuffer view() {
    ByteBuffer all = ByteBuffer.wrap(bytes, 0, length);
    ByteBuffer whole = length == bytes.length ? all : all.slice();
    return whole.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
