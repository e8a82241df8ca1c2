package io.camber.app.rig;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a process that hosts nodes: asked for by a signal or by its launcher's end, complete when all is closed. */
final class End {
  private static final long CLOSE_S = 4;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Optional<Launcher> launcher;

  private End(Optional<Launcher> launcher) {
    this.launcher = launcher;
  }

  /** Catches signals from now on. */
  static End arm(Optional<Launcher> launcher) {
    End end = new End(launcher);
    Thread hook = new Thread(
        () -> {
          end.asked.countDown();
          end.awaitClose();
        },
        "camber-end");
    Runtime.getRuntime().addShutdownHook(hook);
    return end;
  }

  boolean isAsked() {
    return asked.getCount() == 0 || (launcher.isPresent() && !launcher.get().isRunning());
  }

  /** Waits a while; true when the end is asked for. */
  boolean awaitAsked(long ms) throws InterruptedException {
    return asked.await(ms, TimeUnit.MILLISECONDS) || isAsked();
  }

  /** All is closed; a pending exit may go on. */
  void finish() {
    closed.countDown();
  }

  private void awaitClose() {
    try {
      if (!closed.await(CLOSE_S, TimeUnit.SECONDS)) {
        System.err.println("error: the node did not close within " + CLOSE_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
