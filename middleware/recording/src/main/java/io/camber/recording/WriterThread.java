package io.camber.recording;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Owns the files. Batches go round: free, filled by the caller, written, free again. While the disk takes nothing it keeps
 * taking batches and drops them, so that the caller never waits for a disk that is full.
 */
final class WriterThread {
  private static final long RETRY_MS = 100;

  private final BlockingQueue<Batch> free;
  private final BlockingQueue<Batch> full;
  private final Batch end = new Batch(1);
  private final DriveWriter writer;
  private final Thread thread;
  private final IOException cutShort = new IOException("the writer's thread was cut short");
  private volatile @Nullable IOException failure;

  WriterThread(DriveWriter writer, RecorderConfig config) {
    this.writer = writer;
    free = new ArrayBlockingQueue<>(config.batchCount());
    full = new ArrayBlockingQueue<>(config.batchCount() + 1);
    for (int i = 0; i < config.batchCount(); i++) {
      free.add(new Batch(i < 8 ? config.batchBytes() : 1024));
    }
    thread = new Thread(this::run, "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for an empty batch. */
  Batch takeFree() {
    return take(free);
  }

  /** An empty batch if there is one. */
  Optional<Batch> pollFree() {
    return Optional.ofNullable(free.poll());
  }

  void submit(Batch batch) {
    full.add(batch);
  }

  /** Writes what is left, closes the file and ends the thread. */
  void close() throws IOException {
    full.add(end);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    IOException failed = failure;
    if (failed != null) {
      throw new IOException("the recording is incomplete: " + failed.getMessage(), failed);
    }
  }

  Optional<IOException> failure() {
    IOException failed = failure;
    return failed == null ? writer.stall() : Optional.of(failed);
  }

  private void run() {
    IOException failed = cutShort;
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = writeNextOrBreakDown();
      }
      writer.complete();
      failed = null;
    } catch (IOException e) {
      failed = e;
    } catch (RuntimeException | OutOfMemoryError e) {
      failed = new IOException("the end cannot be written: " + e.getMessage(), e);
    } finally {
      failure = failed;
    }
  }

  /** Whatever goes wrong, batches go round: a caller that waits for one must not wait for ever. */
  private boolean writeNextOrBreakDown() {
    try {
      return writeNext();
    } catch (RuntimeException | Error e) {
      writer.breakDown(e);
      return true;
    }
  }

  /** Writes one batch; false at the end. A caller that waits for it gets it back whatever happens. */
  private boolean writeNext() {
    Batch batch = next();
    if (batch == end) {
      return false;
    }
    try {
      writer.write(batch);
    } finally {
      batch.clear();
      free.add(batch);
    }
    return true;
  }

  /** The next batch; while the disk is full it looks now and then whether that has changed. */
  private Batch next() {
    while (writer.stall().isPresent()) {
      try {
        Batch batch = full.poll(RETRY_MS, TimeUnit.MILLISECONDS);
        if (batch != null) {
          return batch;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return take(full);
      }
      writer.retry();
    }
    return take(full);
  }

  /** The queue's next; an interrupt is kept for later, because a recording must not lose what was promised. */
  private static Batch take(BlockingQueue<Batch> queue) {
    boolean interrupted = false;
    while (true) {
      try {
        Batch batch = queue.take();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return batch;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
