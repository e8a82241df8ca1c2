package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** One reader as its writer sees it: where it stands in the writer's segment, and its bell. */
final class GateReader implements AutoCloseable {
  /** In a flood every message may meet somebody; to ask whether a reader lives costs more than a message. */
  private static final long PROBE_NS = 1_000_000;

  final EndInfo info;
  private final Mapping mapping;
  private final @Nullable Doorbell bell;
  private int slotAt = -1;
  private long foundBirth = -1;
  private boolean isLetGo;
  private long probedNs = System.nanoTime() - PROBE_NS;
  private boolean isMute;
  private volatile boolean isBellCut;

  private GateReader(EndInfo info, Mapping mapping, @Nullable Doorbell bell) {
    this.info = info;
    this.mapping = mapping;
    this.bell = bell;
  }

  /**
   * Null when the reader is gone.
   *
   * @throws IOException when it may be there and cannot be reached now
   * @throws WireException when its file is not what a reader of this user has
   */
  static @Nullable GateReader open(BusFiles files, EndInfo info) throws IOException {
    try {
      Mapping mapping = files.map(info.file(), FileChannel.MapMode.READ_ONLY);
      try {
        if (mapping.length() != PositionFile.LENGTH) {
          throw new WireException(
              mapping.path + " has " + mapping.length() + " bytes, not " + PositionFile.LENGTH);
        }
        Doorbell bell =
            info.waiting() == Waiting.SPIN ? null : Doorbell.open(files, info.node(), info.bell());
        return new GateReader(info, mapping, bell);
      } catch (IOException | RuntimeException e) {
        mapping.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Where the reader stands in a segment; {@link EndLayout#NO_POSITION} when it has no place there. */
  long position(EndInfo segment) {
    if (slotAt < 0 || Words.longAcquire(mapping.bytes, slotAt) != segment.id()) {
      slotAt = find(segment);
    }
    if (slotAt < 0) {
      return EndLayout.NO_POSITION;
    }
    long position = Words.longAcquire(mapping.bytes, slotAt + EndLayout.SLOT_POSITION);
    boolean isStill = Words.longAcquire(mapping.bytes, slotAt) == segment.id();
    return isStill ? position : EndLayout.NO_POSITION;
  }

  private int find(EndInfo segment) {
    for (int i = 0; i < EndLayout.SLOTS; i++) {
      int at = EndLayout.SLOTS_AT + i * EndLayout.SLOT_BYTES;
      if (Words.longAcquire(mapping.bytes, at) == segment.id()) {
        foundBirth = Math.max(foundBirth, segment.birth());
        isLetGo = false;
        return at;
      }
    }
    return -1;
  }

  /** Whether the reader has ever taken a place in the segment or in a later one. */
  boolean hasFound(EndInfo segment) {
    position(segment);
    return foundBirth >= segment.birth();
  }

  /** The writer goes on without the reader until it takes a place in a newer segment. */
  void letGo() {
    isLetGo = true;
    slotAt = -1;
  }

  boolean isLetGo() {
    return isLetGo;
  }

  /** Whether the reader reads no more; what it has on loan stays held. */
  boolean isClosed() {
    return Words.intAcquire(mapping.bytes, EndLayout.STATE_AT) == EndLayout.STATE_CLOSED;
  }

  /** Whether a closed reader's process ended before it gave back its loans, which nobody will now. */
  boolean isLeftBehind() {
    return isClosed() && Owner.of(mapping.bytes).isGone();
  }

  /** Whether it is time to ask again if the reader lives, which the caller then does. */
  boolean takesProbe(long nowNs) {
    if (nowNs - probedNs < PROBE_NS) {
      return false;
    }
    probedNs = nowNs;
    return true;
  }

  boolean canSleep() {
    return bell != null;
  }

  boolean isAsleep() {
    return bell != null && !isBellCut && bell.isAsleep();
  }

  void ring() {
    if (bell != null && !isBellCut) {
      bell.ring();
    }
  }

  /**
   * Its bell did not ring; true the first time. Any thread.
   *
   * @param isCut whether its page has vanished, which is not touched any more
   */
  synchronized boolean marksMute(boolean isCut) {
    isBellCut |= isCut;
    boolean isFirst = !isMute;
    isMute = true;
    return isFirst;
  }

  @Override
  public void close() {
    mapping.close();
    if (bell != null) {
      bell.close();
    }
  }
}
