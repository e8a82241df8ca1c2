package io.camber.app.sweep;

import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sweep is carried out; changes no result.
 *
 * @param jobs runs at a time
 * @param timeoutS wall time that a run may take before it counts as hanging
 * @param trajectoryFolder gets one file a run, storyboards only; it exists
 */
public record SweepEffort(int jobs, double timeoutS, Optional<Path> trajectoryFolder) {
  public SweepEffort {
    if (jobs < 1 || jobs > 1024) {
      throw new InputException("--jobs " + jobs + " is outside 1 to 1024");
    }
    if (!(timeoutS > 0.0)) {
      throw new InputException("--timeout " + timeoutS + " is not a time; it must be positive");
    }
  }
}
