package io.camber.bus.realtime;

import io.camber.bus.Clock;
import java.time.Instant;

/**
 * Time since the run's epoch, which all processes of the run agree on. Reads the wall clock once and the monotonic clock
 * from then on, so a stepped wall clock does not step the run.
 */
public final class RunClock implements Clock {
  private static final long NS = 1_000_000_000L;

  private final long offsetNs;

  private RunClock(long offsetNs) {
    this.offsetNs = offsetNs;
  }

  /** A clock that shows 0 at the given time since 1970-01-01T00:00Z, which may lie ahead. */
  public static RunClock since(long epochNs) {
    return new RunClock(wallNs() - epochNs - System.nanoTime());
  }

  /** Nanoseconds since 1970-01-01T00:00Z. */
  public static long wallNs() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NS + now.getNano();
  }

  @Override
  public long timeNs() {
    return System.nanoTime() + offsetNs;
  }
}
