package io.camber.bus.shm;

/**
 * What a writer does when a reliable reader has not yet read what the next message would overwrite.
 *
 * @param waitNs how long the writer waits for the reader first
 */
public record SlowReaders(Action action, long waitNs) {
  /** Waits a tenth of a second, then goes on without the reader. */
  public static final SlowReaders DEFAULT = new SlowReaders(Action.EVICT, 100_000_000);

  public SlowReaders {
    if (waitNs < 0) {
      throw new IllegalArgumentException("waitNs=" + waitNs + " is negative");
    }
  }

  /** What comes after the wait. */
  public enum Action {
    /** Lets go of the reader by name; it is told, keeps what it holds and comes back with an exact count of what it lost. */
    EVICT,
    /** Refuses the message. */
    REFUSE,
    /** Never waits at all: overwrites, and the reader counts exactly what it missed. Readers get copies. */
    DROP_OLDEST
  }
}
