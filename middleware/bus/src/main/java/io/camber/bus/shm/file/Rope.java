package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

/** The writing end of a bell's FIFO. Pulled from any thread, an interrupted one too. */
public final class Rope implements AutoCloseable {
  private final BusFiles files;
  private final String file;
  private final ByteBuffer one = ByteBuffer.allocateDirect(1);
  private final Undisturbed.Call<Boolean> writing = this::write;
  private volatile FileChannel fifo;
  private volatile boolean isClosed;

  private Rope(BusFiles files, String file, FileChannel fifo) {
    this.files = files;
    this.file = file;
    this.fifo = fifo;
  }

  public static Rope open(BusFiles files, String file) throws IOException {
    return new Rope(files, file, openFifo(files, file));
  }

  /** Both ways, so that opening never blocks and writing never finds nobody. */
  private static FileChannel openFifo(BusFiles files, String file) throws IOException {
    return files.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Ends the owner's sleep; does nothing once this is closed or the bell is gone. */
  public synchronized void pull() {
    try {
      Undisturbed.call(writing);
    } catch (NoSuchFileException e) {
      return; // its reader took it away
    } catch (IOException e) {
      throw new WireException("cannot ring bell " + files.path(file) + ": " + e, e);
    }
  }

  private boolean write() throws IOException {
    if (isClosed) {
      return false;
    }
    if (!fifo.isOpen()) {
      reopen();
    }
    one.clear();
    try {
      fifo.write(one);
      return true;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (AsynchronousCloseException e) {
      return false; // closed by its owner meanwhile
    } catch (ClosedChannelException e) {
      if (isClosed) {
        return false;
      }
      throw e;
    }
  }

  /** After an interrupt closed it. */
  private void reopen() throws IOException {
    FileChannel opened = openFifo(files, file);
    fifo = opened;
    if (isClosed) {
      opened.close();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      fifo.close();
    } catch (IOException e) {
      throw new WireException("cannot close bell " + files.path(file) + ": " + e, e);
    }
  }
}
