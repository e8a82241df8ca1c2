package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.HeldLocks;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A node of another wire as seen from here. Its lock file is opened once, and never when the lock belongs to this process
 * (see {@link HeldLocks}); its page stays mapped so that it can be read after it was unlinked.
 */
final class Peer implements AutoCloseable {
  private static final int PROBES_PER_LOCK = 4;

  private final String name;
  private final String stem;
  private final BusFiles files;
  private final Generation generation;
  private final Mapping page;
  private final @Nullable FileChannel lock;
  private final @Nullable Object key;
  private final long pid;
  private final @Nullable ProcessHandle process;
  private int probes;

  private Peer(
      String name,
      BusFiles files,
      Generation generation,
      Mapping page,
      @Nullable FileChannel lock,
      @Nullable Object key) {
    this.name = name;
    this.stem = FileNames.encode(name);
    this.files = files;
    this.generation = generation;
    this.page = page;
    this.lock = lock;
    this.key = key;
    this.pid = page.bytes.getLong(NodeLayout.PID_AT);
    this.process = ProcessHandle.of(pid).orElse(null);
  }

  /** Null when the node is gone again or not complete yet. */
  static @Nullable Peer open(String name, BusFiles files, Generation generation) {
    String stem = FileNames.encode(name);
    Path path = files.path(stem + FileNames.LOCK);
    try {
      Object key = DeadNode.fileKey(path);
      if (key == null) {
        return null;
      }
      FileChannel lock = HeldLocks.contains(path)
          ? null
          : files.open(stem + FileNames.LOCK, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        Mapping page = files.map(stem + FileNames.NODE, FileChannel.MapMode.READ_ONLY);
        if (page.length() != EndLayout.PAGE) {
          page.close();
          throw new IOException(page.path + " was cut");
        }
        return new Peer(name, files, generation, page, lock, key);
      } catch (IOException | RuntimeException e) {
        if (lock != null) {
          lock.close();
        }
        throw e;
      }
    } catch (IOException | WireException e) {
      return null; // gone, or not what a node of this user leaves
    }
  }

  String name() {
    return name;
  }

  /** Where its lifeline is, if it has one. */
  Path lifeline() {
    return files.path(stem + FileNames.LIFE);
  }

  /** False for a node of another wire of this process, which dies with us. */
  boolean isForeign() {
    return lock != null;
  }

  long pid() {
    return pid;
  }

  /** Whether the name still belongs to the node that was opened here. */
  boolean isSame() {
    try {
      Object now = DeadNode.fileKey(files.path(stem + FileNames.LOCK));
      return now != null && now.equals(key);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Tries the lock; true when the node was dead and has been cleaned up by this call. Mostly the process answers for its
   * lock, which is cheaper to ask; not always, since one that nobody has waited for, or of another pid namespace, seems to
   * live.
   */
  synchronized boolean probe() {
    if (lock == null || !lock.isOpen()) {
      return false;
    }
    boolean isLockAsked = probes++ % PROBES_PER_LOCK == 0;
    boolean isAlive = process != null && process.isAlive();
    if (isAlive && (!isLockAsked || !page.isWhole())) {
      return false; // a page that was cut does not answer for its process
    }
    try {
      return DeadNode.reclaim(stem, files, generation, lock, key);
    } catch (IOException e) {
      return false; // asked again at the next tick
    }
  }

  /** Ends the watch and tells how the node ended; where somebody cut its page its process says. */
  synchronized WireEvent leave() {
    boolean isWhole = page.isWhole();
    boolean isOrderly = isWhole
        ? page.bytes.getInt(NodeLayout.STATE_AT) == NodeLayout.LEFT
        : process != null && process.isAlive();
    WireEvent event = new WireEvent(
        isOrderly ? WireEvent.Kind.NODE_LEFT : WireEvent.Kind.NODE_DIED,
        name,
        "",
        "pid " + pid + (isWhole ? "" : "; " + page.path + " was cut"));
    close();
    return event;
  }

  @Override
  public synchronized void close() {
    page.close();
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot close the lock file of " + name, e);
    }
  }
}
