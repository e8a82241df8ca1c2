package io.camber.bus.shm;

import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.Waiting;
import java.util.function.BooleanSupplier;

/** Never sleeps, so nobody needs to ring but to end a wait early. */
final class SpinBell implements NodeBell {
  /** A look at the clock costs as much as many looks at memory. */
  private static final int SPINS_PER_LOOK = 63;

  private final String node;
  private volatile boolean rung;

  SpinBell(String node) {
    this.node = node;
  }

  @Override
  public void ring() {
    rung = true;
  }

  @Override
  public void await(BooleanSupplier ready, long timeoutNs) {
    long start = 0;
    try {
      for (int spins = 0; !ready.getAsBoolean() && !rung; spins++) {
        if ((spins & SPINS_PER_LOOK) == SPINS_PER_LOOK) {
          long now = System.nanoTime();
          start = start == 0 ? now : start;
          if (now - start >= timeoutNs) {
            break;
          }
        }
        Thread.onSpinWait();
      }
    } catch (InternalError e) {
      if (!Mapping.isFault(e)) {
        throw e;
      } // else the reader's next poll finds the file cut
    }
    if (rung) { // a fence only where there was a ring
      rung = false;
    }
  }

  @Override
  public Waiting waiting() {
    return Waiting.SPIN;
  }

  @Override
  public int number() {
    return 0;
  }

  @Override
  public String node() {
    return node;
  }

  /** {@inheritDoc} It has no line there. */
  @Override
  public void doWithoutPage() {}

  @Override
  public void close() {
    ring();
  }
}
