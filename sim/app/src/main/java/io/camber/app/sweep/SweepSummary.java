package io.camber.app.sweep;

import java.nio.file.Path;

/**
 * What came of a sweep.
 *
 * @param interrupted some runs are missing; it can be resumed, and table and page are not there yet
 */
public record SweepSummary(SweepCount count, boolean interrupted, Path folder) {
  /** The page to look at. */
  public Path page() {
    return folder.resolve(SweepFolder.PAGE);
  }
}
