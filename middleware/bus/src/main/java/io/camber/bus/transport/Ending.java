package io.camber.bus.transport;

import org.jspecify.annotations.Nullable;

/** The steps of closing something: all are taken, whatever becomes of each; what the first that failed threw comes last. */
public final class Ending {
  private @Nullable Throwable failure;

  public void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      add(e);
    }
  }

  private void add(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    } else if (failure != thrown) {
      failure.addSuppressed(thrown);
    }
  }

  /** Throws the first failure, with the others as suppressed ones. */
  public void finish() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
