package io.camber.viewer.drive;

/**
 * First and last time of a drive, on its own clock.
 *
 * @param isGrowing true while messages still come
 */
public record DriveSpan(long startNs, long endNs, boolean isGrowing) {
  /** A clock that starts before this, 11 days after its epoch, is a run's own; a later one is the world's. */
  private static final long WORLD_CLOCK_NS = 1_000_000_000_000_000L;

  /** What the page counts seconds from: a run's own clock as it is, a world clock from the drive's start. */
  public long epochNs() {
    return startNs < WORLD_CLOCK_NS ? 0 : startNs;
  }
}
