package io.camber.recording;

import io.camber.recording.mcap.McapWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Owns the writer. Batches go round: free, filled by the caller, written, free again. After a failure it keeps taking
 * batches, so that the caller never waits for a disk that is full.
 */
final class WriterThread {
  private final BlockingQueue<Batch> free;
  private final BlockingQueue<Batch> full;
  private final Batch end = new Batch(1);
  private final McapWriter writer;
  private final Thread thread;
  private volatile @Nullable IOException failure;

  WriterThread(McapWriter writer, RecorderConfig config) {
    this.writer = writer;
    free = new ArrayBlockingQueue<>(config.batchCount());
    full = new ArrayBlockingQueue<>(config.batchCount() + 1);
    for (int i = 0; i < config.batchCount(); i++) {
      free.add(new Batch(config.batchBytes()));
    }
    thread = new Thread(this::run, "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for an empty batch. */
  Batch takeFree() {
    return take(free);
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
    return Optional.ofNullable(failure);
  }

  private void run() {
    for (Batch batch = take(full); batch != end; batch = take(full)) {
      if (failure == null) {
        attempt(batch::writeTo);
      }
      batch.clear();
      free.add(batch);
    }
    attempt(McapWriter::close);
  }

  private void attempt(WriterCall call) {
    try {
      call.on(writer);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    } catch (RuntimeException e) {
      failure = failure == null ? new IOException("writing failed: " + e.getMessage(), e) : failure;
    }
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

  /** A call that may fail on the disk. */
  @FunctionalInterface
  private interface WriterCall {
    void on(McapWriter writer) throws IOException;
  }
}
