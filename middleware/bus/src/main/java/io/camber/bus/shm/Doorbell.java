package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.shm.file.Rope;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * The rope to another node's {@link FifoBell}: pulled at most once per sleep, and only while its owner sleeps. Pulled by its writer's
 * thread and by the {@link Ringer}'s.
 */
final class Doorbell implements AutoCloseable {
  private final Mapping page;
  private final Rope rope;
  private final int word;
  private volatile long rung;

  private Doorbell(Mapping page, Rope rope, int word) {
    this.page = page;
    this.rope = rope;
    this.word = word;
  }

  /**
   * Null when the node is gone or has no page to look at, so that only its own watcher can wake it.
   *
   * @throws IOException when it may be there and cannot be reached now
   */
  static @Nullable Doorbell open(BusFiles files, String node, int bell) throws IOException {
    if (bell < 0 || bell >= NodeLayout.BELLS) {
      return null;
    }
    String stem = FileNames.encode(node);
    try {
      Mapping page = files.map(stem + FileNames.NODE, FileChannel.MapMode.READ_ONLY);
      try {
        Rope rope = Rope.open(files, stem + "~" + bell + FileNames.BELL);
        return new Doorbell(page, rope, NodeLayout.BELLS_AT + bell * NodeLayout.BELL_BYTES);
      } catch (IOException | RuntimeException e) {
        page.close();
        throw e;
      }
    } catch (NoSuchFileException | WireException e) {
      return null;
    }
  }

  /** Whether its owner sleeps and has not been rung for since it fell asleep. */
  boolean isAsleep() {
    long sleeps = Words.longAcquire(page.bytes, word);
    return (sleeps & 1) != 0 && sleeps != rung;
  }

  /** The caller has put a full fence between its message and this. */
  void ring() {
    long sleeps = Words.longAcquire(page.bytes, word);
    if ((sleeps & 1) != 0 && sleeps != rung) {
      pull(sleeps);
    }
  }

  private synchronized void pull(long sleeps) {
    if (sleeps != rung) {
      rope.pull();
      rung = sleeps;
    }
  }

  @Override
  public void close() {
    page.close();
    rope.close();
  }
}
