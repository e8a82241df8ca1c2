package io.camber.perception.tracking;

/**
 * How often a track is seen when nothing hides it. Who is far away, low or half hidden returns so few points that the detector
 * misses it every other time; another miss then says little. Misses count from the next sighting on, so that whoever has gone
 * is not waited for because it has gone.
 */
final class SightingRecord {
  /** Share of a look in the running mean: about a second is remembered. */
  private static final double NEW = 0.1;

  /** What the tracker takes for usual: its loss by a miss is the logarithm of what is left. */
  private static final double USUAL = 0.55;

  private static final double PATIENCE_MAX = 2.0;

  private double share = 1.0;
  private int misses;
  private int missesInView;
  private boolean isHidden;

  void miss(boolean isInView) {
    misses += isInView ? 1 : 0;
    missesInView += isInView ? 1 : 0;
    isHidden |= !isInView;
  }

  /** Whether it was missed since the last sighting, and nothing hid it then. */
  boolean isMissedInView() {
    return misses > 0 && !isHidden;
  }

  int missesInView() {
    return missesInView;
  }

  void see() {
    isHidden = false;
    for (; misses > 0; misses--) {
      share -= NEW * share;
    }
    share += NEW * (1.0 - share);
  }

  /** How many misses of this track say as much as one of a usual one, 1 at least. */
  double patience() {
    if (share >= USUAL) {
      return 1.0;
    }
    return Math.min(
        PATIENCE_MAX, StrictMath.log(1.0 - USUAL) / StrictMath.log(1.0 - Math.max(0.05, share)));
  }
}
