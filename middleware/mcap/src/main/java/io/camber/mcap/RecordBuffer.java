package io.camber.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Growable little-endian byte buffer that records are built in. Owned by one thread, reused. */
final class RecordBuffer {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] PADDING = {1, (byte) 0xFF, (byte) 0xFF};

  private final boolean padded;
  private byte[] bytes;
  private int length;

  RecordBuffer(int capacity) {
    this(capacity, false);
  }

  /** {@code padded}: records that may grow get bytes that no reader knows. */
  RecordBuffer(int capacity, boolean padded) {
    this.padded = padded;
    bytes = new byte[Math.max(16, capacity)];
  }

  void clear() {
    length = 0;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Starts a record; returns the offset to hand to {@link #endRecord}. */
  int beginRecord(int opcode) {
    int start = length;
    u8(opcode).u64(0);
    return start;
  }

  /** Fills in the length of the record that began at {@code start}. */
  void endRecord(int start) {
    if (padded && Opcode.mayGrow(bytes[start])) {
      append(PADDING, 0, PADDING.length);
    }
    LONG.set(bytes, start + 1, (long) (length - start - McapFormat.RECORD_HEADER_BYTES));
  }

  RecordBuffer u8(int value) {
    int at = extend(1);
    bytes[at] = (byte) value;
    return this;
  }

  RecordBuffer u16(int value) {
    int at = extend(2);
    SHORT.set(bytes, at, (short) value);
    return this;
  }

  RecordBuffer u32(long value) {
    int at = extend(4);
    INT.set(bytes, at, (int) value);
    return this;
  }

  RecordBuffer u64(long value) {
    int at = extend(8);
    LONG.set(bytes, at, value);
    return this;
  }

  /** Overwrites eight bytes that are already there. */
  void putU64(int at, long value) {
    LONG.set(bytes, at, value);
  }

  long u64At(int at) {
    return (long) LONG.get(bytes, at);
  }

  RecordBuffer string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).append(utf8, 0, utf8.length);
  }

  RecordBuffer strings(Map<String, String> map) {
    int at = extend(4);
    map.forEach((key, value) -> string(key).string(value));
    INT.set(bytes, at, length - at - 4);
    return this;
  }

  RecordBuffer counts(Map<Integer, Long> map) {
    u32(10L * map.size());
    map.forEach((key, value) -> u16(key).u64(value));
    return this;
  }

  RecordBuffer append(byte[] source, int offset, int count) {
    int at = extend(count);
    System.arraycopy(source, offset, bytes, at, count);
    return this;
  }

  RecordBuffer append(ByteBuffer source) {
    int count = source.remaining();
    int at = extend(count);
    source.get(source.position(), bytes, at, count);
    return this;
  }

  /** Makes room for {@code count} more bytes, written to {@link #array()} and then counted with {@link #grow}. */
  void reserve(int count) {
    int before = length;
    extend(count);
    length = before;
  }

  /** Counts bytes that were written to {@link #array()}. */
  void grow(int count) {
    length += count;
  }

  private int extend(int count) {
    int start = length;
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
    length = needed;
    return start;
  }
}
