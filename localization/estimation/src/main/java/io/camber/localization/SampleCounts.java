package io.camber.localization;

import io.camber.localization.inertial.InertialEstimator;

/** Tally of what became of the samples. Mutable; read it on the estimator's thread. */
public final class SampleCounts {
  private long used;
  private long duplicates;
  private long stale;
  private long broken;

  void count(InertialEstimator.Outcome outcome) {
    switch (outcome) {
      case USED -> used++;
      case DUPLICATE -> duplicates++;
      case STALE -> stale++;
    }
  }

  void broken() {
    broken++;
  }

  public long usedCount() {
    return used;
  }

  public long duplicateCount() {
    return duplicates;
  }

  /** Samples from before the filter's memory, or before it ran. */
  public long staleCount() {
    return stale;
  }

  /** Samples with values that no sensor in order sends. */
  public long brokenCount() {
    return broken;
  }
}
