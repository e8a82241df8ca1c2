package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * All readers of one writer: how far the writer may go because of them, and their bells. Looks at the registry only when it
 * has changed. Owned by the writer's thread.
 */
final class Gate implements AutoCloseable {
  private final Registry registry;
  private final BusFiles files;
  private final WireListener listener;
  private final Ringer ringer;
  private final Set<Long> refused = new HashSet<>();
  private final List<GateReader> readers = new ArrayList<>();
  private volatile GateReader[] sleepers = {};
  private final AtomicBoolean due = new AtomicBoolean();
  private final Generation generation;
  private long seen = -1;
  private @Nullable GateReader slowest;

  /** So many who are asleep the writer rings itself: they wake sooner than by a thread that must wake first. */
  private static final int RUNG_BY_WRITER_MAX = 8;

  Gate(WireContext context, Ringer ringer) {
    this.ringer = ringer;
    this.registry = context.registry();
    this.generation = context.generation();
    this.files = context.files();
    this.listener = context.listener();
    ringer.add(this);
  }

  /**
   * Whether something on the bus changed since the last update. Looked at after every message without a fence: a reader that
   * slips through has its bell rung by its own watcher, which saw the same change.
   */
  boolean isStale() {
    return seen != generation.now();
  }

  /** The same as {@link #update} where nothing is overwritten next: whom it cannot take in now it meets again. */
  void updateIfPossible(EndInfo writer) {
    try {
      update(writer);
    } catch (WireException e) {
      // said by the update before something is overwritten, if it is still so then
    }
  }

  /**
   * Takes in who came and drops who left.
   *
   * @throws WireException when somebody who came cannot be reached now; asked again by the next update, since whoever is not
   *     known is not waited for
   */
  void update(EndInfo writer) {
    if (!isStale()) {
      return;
    }
    registry.refresh();
    Registry.Snapshot now = registry.snapshot();
    List<EndInfo> present = now.ends(writer.topic().name(), Endpoint.Direction.SUBSCRIBES);
    readers.removeIf(reader -> {
      boolean isGone = present.stream().noneMatch(info -> info.id() == reader.info.id());
      if (isGone) {
        reader.close();
      }
      return isGone;
    });
    List<WireEvent> events = new ArrayList<>();
    try {
      for (EndInfo info : present) {
        if (readers.stream().noneMatch(reader -> reader.info.id() == info.id())) {
          add(info, writer, events);
        }
      }
      seen = now.generation();
    } finally {
      sleepers = readers.stream().filter(GateReader::canSleep).toArray(GateReader[]::new);
    }
    events.forEach(listener::onEvent);
  }

  private void add(EndInfo info, EndInfo writer, List<WireEvent> events) {
    Optional<EndInfo.Mismatch> mismatch = info.mismatch(writer);
    if (mismatch.isPresent()) {
      WireEvent.Kind kind =
          mismatch.get().isSchema() ? WireEvent.Kind.SCHEMA_MISMATCH : WireEvent.Kind.QOS_MISMATCH;
      refuse(info, kind, mismatch.get().detail(), events);
      return;
    }
    try {
      GateReader reader = GateReader.open(files, info);
      if (reader != null) {
        readers.add(reader);
      }
    } catch (WireException e) {
      refuse(info, WireEvent.Kind.MALFORMED, String.valueOf(e.getMessage()), events);
    } catch (IOException e) {
      throw new WireException("cannot watch the reader " + files.path(info.file()) + ": " + e, e);
    }
  }

  private void refuse(EndInfo info, WireEvent.Kind kind, String why, List<WireEvent> events) {
    if (refused.add(info.id())) {
      events.add(new WireEvent(kind, info.node(), info.topic().name(), why));
    }
  }

  /** The lowest position that somebody still needs in the writer's segment; {@link Long#MAX_VALUE} when nobody does. */
  long slowestPosition(EndInfo writer) {
    long lowest = Long.MAX_VALUE;
    slowest = null;
    for (int i = 0; i < readers.size(); i++) {
      GateReader reader = readers.get(i);
      long position = position(reader, writer);
      if (position < lowest) {
        lowest = position;
        slowest = reader;
      }
    }
    return lowest;
  }

  /** A reader that was there before the segment and has not found it yet is owed all of it. */
  private static long position(GateReader reader, EndInfo writer) {
    long position = reader.position(writer);
    if (position == EndLayout.NO_POSITION) {
      if (isOwed(reader, writer)) {
        return 0;
      }
      position = reader.position(writer); // it may have come between the two looks
    }
    return position == EndLayout.NO_POSITION ? Long.MAX_VALUE : position;
  }

  private static boolean isOwed(GateReader reader, EndInfo writer) {
    return reader.info.isReliable()
        && writer.action() != SlowReaders.Action.DROP_OLDEST
        && !reader.isLetGo()
        && !reader.isClosed()
        && reader.info.birth() < writer.birth()
        && !reader.hasFound(writer);
  }

  /** Whether everybody reads by positions, whether held by now or not. */
  boolean hasOnlyReliable() {
    for (int i = 0; i < readers.size(); i++) {
      if (!readers.get(i).info.isReliable()) {
        return false;
      }
    }
    return true;
  }

  /** Whether everybody who reads holds a position or is owed all of the segment, so that nobody misses what lies before it. */
  boolean hasOnlyHolders(EndInfo writer) {
    for (int i = 0; i < readers.size(); i++) {
      GateReader reader = readers.get(i);
      if (!reader.info.isReliable()
          || (position(reader, writer) == Long.MAX_VALUE && !reader.isClosed())) {
        return false;
      }
    }
    return true;
  }

  /** Who stands at {@link #slowestPosition}. */
  @Nullable
  GateReader slowest() {
    return slowest;
  }

  /** Whether every reader that is owed this segment has found it. */
  boolean isFoundByAll(EndInfo writer) {
    for (GateReader reader : readers) {
      if (isOwed(reader, writer)) {
        return false;
      }
    }
    return true;
  }

  boolean hasSleepers() {
    return sleepers.length > 0;
  }

  /**
   * Wakes whoever sleeps, few at once and many by the ringer; the caller has put a full fence behind its message.
   */
  void wake() {
    GateReader[] all = sleepers;
    int asleep = 0;
    for (int i = 0; i < all.length; i++) {
      asleep += isAsleep(all[i]) ? 1 : 0;
    }
    if (asleep > RUNG_BY_WRITER_MAX) {
      due.set(true);
      ringer.wake();
    } else if (asleep > 0) {
      ring();
    }
  }

  private boolean isAsleep(GateReader reader) {
    try {
      return reader.isAsleep();
    } catch (InternalError e) {
      onMute(reader, e);
      return false;
    }
  }

  /** Whether the ringer was asked for since it last looked. */
  boolean takesDue() {
    return due.getAndSet(false);
  }

  /**
   * Rings whoever sleeps; the caller has put a full fence behind its message. A bell that does not ring keeps nobody else
   * asleep: its message is out and the listener is told, once a reader. Any thread.
   */
  void ring() {
    GateReader[] all = sleepers;
    for (int i = 0; i < all.length; i++) {
      try {
        all[i].ring();
      } catch (WireException | InternalError e) {
        onMute(all[i], e);
      }
    }
  }

  /** An {@link InternalError} is what somebody's cutting the bell's page becomes; any other goes on. */
  private void onMute(GateReader reader, Throwable why) {
    if (why instanceof InternalError error && !Mapping.isFault(error)) {
      throw error;
    }
    if (reader.marksMute(why instanceof InternalError)) {
      listener.onEvent(new WireEvent(
          WireEvent.Kind.MALFORMED,
          reader.info.node(),
          reader.info.topic().name(),
          "cannot be woken: " + why.getMessage()));
    }
  }

  @Override
  public void close() {
    ringer.remove(this);
    for (GateReader reader : readers) {
      reader.close();
    }
    readers.clear();
    sleepers = new GateReader[0];
  }
}
