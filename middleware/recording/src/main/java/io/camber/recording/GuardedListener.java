package io.camber.recording;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps what a listener throws from the recording: it must not end the writer's thread or count for a failed write. */
final class GuardedListener implements RecorderListener {
  private final RecorderListener listener;

  GuardedListener(RecorderListener listener) {
    this.listener = listener;
  }

  @Override
  public void stalled(IOException cause) {
    try {
      listener.stalled(cause);
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  @Override
  public void resumed(long dropped) {
    try {
      listener.resumed(dropped);
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  @Override
  public void completed(Path file) {
    try {
      listener.completed(file);
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  /** Telling takes memory: when there is none, nothing is told. */
  private static void tell(Throwable thrown) {
    if (!(thrown instanceof OutOfMemoryError)) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }
}
