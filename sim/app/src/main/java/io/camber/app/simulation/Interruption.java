package io.camber.app.simulation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGINT and SIGTERM into a clean stop: the run sees that it happened, and the JVM stays alive until the run has closed its files.
 */
public final class Interruption implements AutoCloseable {
  private static final long PATIENCE_S = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  private Interruption() {
    hook = new Thread(
        () -> {
          happened = true;
          awaitFinish();
        },
        "camber-interruption");
  }

  public static Interruption arm() {
    Interruption interruption = new Interruption();
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException e) {
      // the end has begun already: what would begin now is interrupted before it begins
      interruption.happened = true;
    }
    return interruption;
  }

  private void awaitFinish() {
    try {
      if (!finished.await(PATIENCE_S, TimeUnit.SECONDS)) {
        System.err.println("error: the run did not close within " + PATIENCE_S
            + " s; its .part folder is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody asked for the end. */
  public boolean happened() {
    return happened;
  }

  /** The run's files are closed; a pending exit may go on. */
  @Override
  public void close() {
    finished.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the end began this moment: the hook finds the latch open
        happened = true;
      }
    }
  }
}
