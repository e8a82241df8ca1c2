package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

/**
 * A reader's own file: who it is, how far it has read in each segment, and its counters. The only one that a reader writes. It
 * outlives its reader while messages are on loan.
 */
final class PositionFile implements AutoCloseable {
  static final int LENGTH = EndLayout.SLOTS_AT + EndLayout.SLOTS * EndLayout.SLOT_BYTES;

  final EndInfo info;
  private final BusFiles files;
  private final Mapping mapping;
  private final Runnable onDelete;
  private int taken;
  private boolean isClosed;

  private PositionFile(BusFiles files, EndInfo info, Mapping mapping, Runnable onDelete) {
    this.files = files;
    this.info = info;
    this.mapping = mapping;
    this.onDelete = onDelete;
  }

  /** {@code onDelete} is called when the file is gone, on the thread that closed it or gave the last loan back. */
  static PositionFile create(BusFiles files, EndInfo info, Runnable onDelete) {
    Mapping mapping = files.draft(LENGTH);
    mapping.bytes.putLong(EndLayout.NAMESPACE_AT, Processes.NAMESPACE);
    info.write(mapping.bytes, Processes.start(info.pid()));
    for (int i = 0; i < EndLayout.SLOTS; i++) {
      mapping.bytes.putLong(at(i) + EndLayout.SLOT_POSITION, EndLayout.NO_POSITION);
    }
    if (!files.show(mapping.path, info.file())) {
      try {
        Files.deleteIfExists(mapping.path);
      } catch (IOException e) {
        throw new WireException("cannot delete " + mapping.path + ": " + e, e);
      } finally {
        mapping.close();
      }
      throw new WireException(files.path(info.file()) + " is there already");
    }
    return new PositionFile(files, info, mapping, onDelete);
  }

  /**
   * Whether a file is of a reader that closed while its process still has messages on loan; nobody else may delete it.
   *
   * @param deadPid of a process that is known to be dead, with {@code deadStart}; 0 for none
   */
  static boolean isLoaned(String file, BusFiles files, long deadPid, long deadStart)
      throws IOException {
    if (!file.endsWith(FileNames.IN)) {
      return false;
    }
    try (Mapping page = files.map(file, FileChannel.MapMode.READ_ONLY)) {
      if (page.length() != LENGTH
          || page.bytes.getInt(EndLayout.STATE_AT) != EndLayout.STATE_CLOSED) {
        return false;
      }
      Owner owner = Owner.of(page.bytes);
      return !owner.is(deadPid, deadStart) && !owner.isGone();
    }
  }

  private static int at(int slot) {
    return EndLayout.SLOTS_AT + slot * EndLayout.SLOT_BYTES;
  }

  /** A place for a segment, holding a position like {@link #hold}. */
  synchronized int take(long segmentId, long position) {
    for (int i = 0; i < EndLayout.SLOTS; i++) {
      if (mapping.bytes.getLong(at(i)) == 0) {
        Words.putLongRelease(mapping.bytes, at(i) + EndLayout.SLOT_POSITION, position);
        Words.putLongVolatile(mapping.bytes, at(i), segmentId);
        VarHandle.fullFence();
        taken++;
        return i;
      }
    }
    throw new WireException("topic " + info.topic().name() + " has more than " + EndLayout.SLOTS
        + " publishers for one reader");
  }

  synchronized void free(int slot) {
    Words.putLongRelease(mapping.bytes, at(slot), 0);
    Words.putLongRelease(mapping.bytes, at(slot) + EndLayout.SLOT_POSITION, EndLayout.NO_POSITION);
    taken--;
    deleteIfUnused();
  }

  /** Holds a position and orders like a full fence: afterwards the writer's intent tells whether it was held in time. */
  void hold(int slot, long position) {
    Words.putLongVolatile(mapping.bytes, at(slot) + EndLayout.SLOT_POSITION, position);
    VarHandle.fullFence();
  }

  /** Lets the writer have everything below the position. */
  void advance(int slot, long position) {
    Words.putLongRelease(mapping.bytes, at(slot) + EndLayout.SLOT_POSITION, position);
  }

  void putCounters(long messages, long bytes, long lost, long largest, long lastTimeNs) {
    mapping.bytes.putLong(EndLayout.BYTES_AT, bytes);
    mapping.bytes.putLong(EndLayout.LOST_AT, lost);
    mapping.bytes.putLong(EndLayout.LARGEST_AT, largest);
    mapping.bytes.putLong(EndLayout.LAST_TIME_AT, lastTimeNs);
    Words.putLongRelease(mapping.bytes, EndLayout.MESSAGES_AT, messages);
  }

  WireCounters counters() {
    return EndInfo.counters(mapping.bytes);
  }

  /** The reader reads no more; the file goes with the last place that is held. */
  @Override
  public synchronized void close() {
    isClosed = true;
    Words.putIntRelease(mapping.bytes, EndLayout.STATE_AT, EndLayout.STATE_CLOSED);
    deleteIfUnused();
  }

  private void deleteIfUnused() {
    if (isClosed && taken == 0) {
      files.delete(info.file());
      mapping.close();
      onDelete.run();
    }
  }
}
