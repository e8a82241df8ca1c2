package io.camber.bus.shm;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The rope to another node's {@link FifoBell}: pulled at most once per sleep, and only while its owner sleeps. Pulled by its writer's
 * thread and by the {@link Ringer}'s.
 */
final class Doorbell implements AutoCloseable {
  private final Mapping page;
  private final FileChannel fifo;
  private final int word;
  private final ByteBuffer one = ByteBuffer.allocateDirect(1);
  private volatile long rung;

  private Doorbell(Mapping page, FileChannel fifo, int word) {
    this.page = page;
    this.fifo = fifo;
    this.word = word;
  }

  /** Null when the node is gone. */
  static @Nullable Doorbell open(BusFiles files, String node, int bell) {
    if (bell < 0 || bell >= NodeLayout.BELLS) {
      return null;
    }
    String stem = FileNames.encode(node);
    try {
      Mapping page = files.map(stem + FileNames.NODE, FileChannel.MapMode.READ_ONLY);
      try {
        FileChannel fifo = files.open(
            stem + "~" + bell + FileNames.BELL, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Doorbell(page, fifo, NodeLayout.BELLS_AT + bell * NodeLayout.BELL_BYTES);
      } catch (IOException | RuntimeException e) {
        page.close();
        throw e;
      }
    } catch (IOException e) {
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
    if (sleeps == rung) {
      return;
    }
    rung = sleeps;
    one.clear();
    try {
      fifo.write(one);
    } catch (ClosedChannelException e) {
      return; // its reader is gone
    } catch (IOException e) {
      throw new WireException("cannot ring a bell: " + e, e);
    }
  }

  @Override
  public void close() {
    page.close();
    try {
      fifo.close();
    } catch (IOException e) {
      throw new WireException("cannot close a bell: " + e, e);
    }
  }
}
