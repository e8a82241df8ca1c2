package io.camber.bus.remote;

import io.camber.bus.transport.WireException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long one side waits for the other before it gives up.
 *
 * @param peer as it is called in messages
 * @param limitNs of wall time without an answer; {@link Long#MAX_VALUE} for no limit
 * @param isAlive whether the other side can still answer
 * @param clockNs a monotonic clock
 */
public record Patience(String peer, long limitNs, BooleanSupplier isAlive, LongSupplier clockNs) {
  Wait begin() {
    return new Wait(clockNs.getAsLong());
  }

  /** One wait. */
  final class Wait {
    private final long startNs;

    Wait(long startNs) {
      this.startNs = startNs;
    }

    /** Throws when there is nothing to wait for any more. */
    void check(String complaint) {
      if (!isAlive.getAsBoolean()) {
        throw new WireException(peer + " has ended");
      }
      if (clockNs.getAsLong() - startNs > limitNs) {
        throw new WireException(peer + " " + complaint + " after " + limitNs / 1_000_000 + " ms");
      }
    }
  }
}
