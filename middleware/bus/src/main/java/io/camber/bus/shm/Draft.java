package io.camber.bus.shm;

import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.WireHeader;
import java.nio.ByteBuffer;

/**
 * The record that comes next: what stands beside its payload, and its place once there is room. Its first words are written
 * last, by {@link #publish}: readers look at that line all the time, and every touch takes it away from them.
 */
final class Draft {
  private long start;
  private int padding;
  private int origins;
  private int originLength;
  private int length;
  private long sequence;
  private long timeNs;
  private long measurementNs;
  private boolean isPlaced;

  /** Begins one whose payload is no longer than {@code length}; the length of its record. */
  int begin(WireHeader header, int length) {
    originLength = header.originLength();
    origins = Words.alignUp(originLength, RecordLayout.ALIGNMENT);
    this.length = length;
    sequence = header.sequence();
    timeNs = header.publishTimeNs();
    measurementNs = header.measurementTimeNs();
    return RecordLayout.HEADER_BYTES + origins + Words.alignUp(length, RecordLayout.ALIGNMENT);
  }

  /** Gives it the place behind a position and a padding. */
  void place(
      long position, int padding, WireHeader header, ByteBuffer bytes, int ringAt, int mask) {
    start = position + padding;
    this.padding = padding;
    if (originLength > 0) {
      int at = ringAt + ((int) start & mask) + RecordLayout.HEADER_BYTES;
      bytes.put(at, header.originBytes(), 0, originLength);
    }
    isPlaced = true;
  }

  boolean isPlaced() {
    return isPlaced;
  }

  /** Takes it back. What was written of it nobody has seen: the word at the tail is still 0. */
  void drop() {
    isPlaced = false;
  }

  /** Checks that it is there and may be cut to that length. */
  void requirePlace(int cutLength) {
    if (!isPlaced) {
      throw new IllegalStateException("no claim");
    }
    if (cutLength < 0 || cutLength > length) {
      throw new IllegalStateException("length=" + cutLength + " is outside [0, " + length + "]");
    }
  }

  long start() {
    return start;
  }

  long timeNs() {
    return timeNs;
  }

  /** Where the payload goes, from the start of the record on. */
  int payloadOffset() {
    return RecordLayout.HEADER_BYTES + origins;
  }

  /** Copies the payload to where it goes; what fails takes the record back. */
  void fill(ByteBuffer bytes, int payloadAt, ByteBuffer payload, int payloadLength) {
    try {
      bytes.put(payloadAt, payload, payload.position(), payloadLength);
    } catch (RuntimeException | Error e) {
      drop();
      throw e;
    }
  }

  /** Shows it, cut to a payload of that length, to whoever reads; the length of its record. */
  int publish(ByteBuffer bytes, int ringAt, int mask, int payloadLength) {
    isPlaced = false;
    int padded = Words.alignUp(payloadLength, RecordLayout.ALIGNMENT);
    int record = RecordLayout.HEADER_BYTES + origins + padded;
    int at = ringAt + ((int) start & mask);
    Words.putLong(bytes, ringAt + ((int) (start + record) & mask), 0);
    Words.putLong(bytes, at + RecordLayout.SEQUENCE, sequence);
    Words.putLong(bytes, at + RecordLayout.PUBLISH_TIME, timeNs);
    Words.putLong(bytes, at + RecordLayout.MEASUREMENT_TIME, measurementNs);
    int flags = RecordLayout.flags(padded - payloadLength, originLength);
    Words.putLongRelease(bytes, at, RecordLayout.word(record, flags));
    if (padding > 0) {
      int paddingAt = ringAt + ((int) (start - padding) & mask);
      Words.putLongRelease(bytes, paddingAt, RecordLayout.word(padding, RecordLayout.KIND_PADDING));
    }
    return record;
  }
}
