package io.camber.bus.transport;

import java.util.function.BooleanSupplier;

/** The one place where a node's thread waits for all of its inputs. */
public interface Bell extends AutoCloseable {
  /** Wakes the sleeper, or makes its next wait return at once. Any thread; cheap when nobody sleeps. */
  void ring();

  /**
   * Waits until {@code ready} holds, the bell rings or the time is over. {@code ready} is asked again after the sleeper has
   * declared itself asleep, so nothing that arrives meanwhile is slept through. Spurious returns are allowed.
   *
   * @param timeoutNs longest wait; {@link Long#MAX_VALUE} for no bound
   */
  void await(BooleanSupplier ready, long timeoutNs);

  @Override
  void close();
}
