package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A writer's file in memory with its shape checked: at its writer to be written, at readers read-only. */
final class Segment implements AutoCloseable {
  /** In place of a position: the index contradicts itself. */
  static final long MALFORMED = -2;

  final EndInfo info;
  final Mapping mapping;
  final ByteBuffer bytes;
  final int ringBytes;
  final int ringAt;
  final int indexMask;
  final long firstNumber;
  final long writerBirth;
  final boolean isPinnable;

  private Segment(EndInfo info, Mapping mapping) {
    this.info = info;
    this.mapping = mapping;
    this.bytes = mapping.bytes;
    this.ringBytes = (int) bytes.getLong(EndLayout.RING_BYTES_AT);
    int entries = bytes.getInt(EndLayout.INDEX_ENTRIES_AT);
    this.ringAt = EndLayout.ringAt(entries);
    this.indexMask = entries - 1;
    this.firstNumber = bytes.getLong(EndLayout.FIRST_NUMBER_AT);
    this.writerBirth = bytes.getLong(EndLayout.WRITER_BIRTH_AT);
    this.isPinnable = bytes.getInt(EndLayout.PINS_AT) == 1;
  }

  /** A new, empty segment that nobody sees yet. */
  static Segment draft(
      BusFiles files,
      EndInfo info,
      long writerBirth,
      int ringBytes,
      long firstNumber,
      boolean isPinnable) {
    int entries = RingSize.indexEntries(info.topic().qos().depth());
    Mapping mapping = files.draftLarge(EndLayout.ringAt(entries) + ringBytes);
    ByteBuffer page = mapping.bytes;
    page.putLong(EndLayout.RING_BYTES_AT, ringBytes);
    page.putInt(EndLayout.INDEX_ENTRIES_AT, entries);
    page.putInt(EndLayout.PINS_AT, isPinnable ? 1 : 0);
    page.putLong(EndLayout.FIRST_NUMBER_AT, firstNumber);
    page.putLong(EndLayout.MESSAGES_AT, firstNumber);
    page.putLong(EndLayout.WRITER_BIRTH_AT, writerBirth);
    info.write(page, Processes.start(info.pid()));
    return new Segment(info, mapping);
  }

  /** Gives it its name; a segment that cannot be shown is gone. */
  void show(BusFiles files) {
    boolean isShown = false;
    try {
      isShown = files.show(mapping.path, info.file());
    } finally {
      if (!isShown) {
        discard();
      }
    }
    if (!isShown) {
      throw new WireException(files.path(info.file()) + " is there already; node " + info.node()
          + " has a writer of " + info.topic().name());
    }
  }

  private void discard() {
    try {
      Files.deleteIfExists(mapping.path);
    } catch (IOException e) {
      throw new WireException("cannot delete " + mapping.path + ": " + e, e);
    } finally {
      close();
    }
  }

  /** Maps another's segment; null when it is gone or not what its first page promises. */
  static @Nullable Segment open(BusFiles files, EndInfo expected) {
    Mapping mapping;
    try {
      mapping = files.mapLarge(expected.file(), FileChannel.MapMode.READ_ONLY);
    } catch (IOException | WireException e) {
      return null; // gone, or opened up to others: its writer will replace it
    }
    Optional<EndInfo> info = EndInfo.read(expected.file(), mapping.bytes);
    if (info.isEmpty()
        || info.get().id() != expected.id()
        || !isShapely(mapping.bytes, mapping.length())) {
      mapping.unmap();
      return null;
    }
    return new Segment(info.get(), mapping);
  }

  private static boolean isShapely(ByteBuffer page, int length) {
    long ring = page.getLong(EndLayout.RING_BYTES_AT);
    int entries = page.getInt(EndLayout.INDEX_ENTRIES_AT);
    return ring >= RingSize.BYTES_MIN
        && ring <= RingSize.BYTES_MAX
        && Long.bitCount(ring) == 1
        && entries > 0
        && entries <= EndLayout.INDEX_ENTRIES_MAX
        && Integer.bitCount(entries) == 1
        && EndLayout.ringAt(entries) + ring == length;
  }

  /** Position behind the newest complete record, or -1 when the header makes no sense. */
  static long tail(ByteBuffer page, int length) {
    if (!isShapely(page, length)) {
      return -1;
    }
    int entries = page.getInt(EndLayout.INDEX_ENTRIES_AT);
    long ring = page.getLong(EndLayout.RING_BYTES_AT);
    long count = Words.longAcquire(page, EndLayout.MESSAGES_AT);
    if (count == page.getLong(EndLayout.FIRST_NUMBER_AT)) {
      return walk(page, EndLayout.ringAt(entries), (int) ring, 0);
    }
    long start = page.getLong(EndLayout.INDEX_AT + Long.BYTES * (int) (count - 1 & entries - 1));
    if (start < 0 || (start & RecordLayout.ALIGNMENT - 1) != 0) {
      return -1;
    }
    return walk(page, EndLayout.ringAt(entries), (int) ring, start);
  }

  /** From the newest record that the header knows of over those that its writer had no time to enter; -1 when unsound. */
  private static long walk(ByteBuffer page, int ringAt, int ring, long start) {
    long position = start;
    while (position - start < ring) {
      int offset = (int) (position & ring - 1);
      int record = Words.intAcquire(page, ringAt + offset);
      if (record <= 0) {
        return position;
      }
      if ((record & RecordLayout.ALIGNMENT - 1) != 0 || offset + record > ring) {
        return -1;
      }
      position += record;
    }
    return -1;
  }

  /** Writes the record behind which nothing follows. */
  void putEnd(long position) {
    putEnd(bytes, at(position));
  }

  /** The same in the file of a dead writer whose shape has been checked by {@link #tail}. */
  static void putEndOfDead(ByteBuffer page, long position) {
    long ring = page.getLong(EndLayout.RING_BYTES_AT);
    int ringAt = EndLayout.ringAt(page.getInt(EndLayout.INDEX_ENTRIES_AT));
    putEnd(page, ringAt + (int) (position & ring - 1));
  }

  private static void putEnd(ByteBuffer page, int at) {
    Words.putLongRelease(
        page, at, RecordLayout.word(RecordLayout.ALIGNMENT, RecordLayout.KIND_END));
  }

  /**
   * Where message {@code target} starts when {@code count} is the next number: {@link EndLayout#NO_POSITION} when that has
   * changed meanwhile, {@link #MALFORMED} when it cannot be.
   */
  long start(long target, long count) {
    if (target < count) {
      return checked(bytes.getLong(indexAt(target)));
    }
    if (count == firstNumber) {
      return 0;
    }
    long newest = checked(bytes.getLong(indexAt(count - 1)));
    if (newest < 0) {
      return newest;
    }
    int length = Words.intAcquire(bytes, at(newest));
    VarHandle.acquireFence();
    if (!isIntact(newest)) {
      return EndLayout.NO_POSITION;
    }
    return isRecord(newest, length) ? newest + length : MALFORMED;
  }

  private int indexAt(long target) {
    return EndLayout.INDEX_AT + Long.BYTES * ((int) target & indexMask);
  }

  private static long checked(long start) {
    return start < 0 || (start & RecordLayout.ALIGNMENT - 1) != 0 ? MALFORMED : start;
  }

  /** The same bytes with a position and limit of its own. */
  ByteBuffer view() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a record of that length can be there. */
  boolean isRecord(long start, int length) {
    int offset = (int) start & ringBytes - 1;
    return length >= RecordLayout.ALIGNMENT
        && (length & RecordLayout.ALIGNMENT - 1) == 0
        && length <= ringBytes - offset;
  }

  int at(long position) {
    return ringAt + ((int) position & ringBytes - 1);
  }

  /** First word of the record at a position, 0 when there is none yet. */
  long word(long position) {
    return Words.longAcquire(bytes, at(position));
  }

  int state() {
    return Words.intAcquire(bytes, EndLayout.STATE_AT);
  }

  long intent() {
    return Words.longAcquire(bytes, EndLayout.INTENT_AT);
  }

  /** Number of the message that comes next. */
  long nextNumber() {
    return Words.longAcquire(bytes, EndLayout.MESSAGES_AT);
  }

  /** Whether nothing at or above the position was or is being overwritten. */
  boolean isIntact(long position) {
    return intent() <= position + ringBytes;
  }

  /** Nobody touches {@link #bytes} any more. */
  @Override
  public void close() {
    mapping.unmap();
  }
}
