package io.camber.jury.check;

import java.util.Arrays;

/** How often a topic comes: as often as it should, or slower if its first intervals in the log say so. */
final class Rhythm {
  private static final int PERIODS_MAX = 3;

  /** Later ones are not learned: a topic that becomes slow on the way stays conspicuous. */
  private static final int LEARNED = 21;

  private final long usualNs;
  private final long[] intervals = new long[LEARNED];
  private int count;

  Rhythm(long usualNs) {
    this.usualNs = usualNs;
  }

  /** Whether an interval is too long, by those before it; nothing is known before the first. */
  boolean isBrokenBy(long intervalNs) {
    return count > 0 && intervalNs > longestNs();
  }

  /** The longest interval that is still none to speak of. */
  long longestNs() {
    return PERIODS_MAX * (count > 0 ? Math.max(usualNs, medianNs()) : usualNs);
  }

  void add(long intervalNs) {
    if (count < LEARNED) {
      intervals[count++] = intervalNs;
      Arrays.sort(intervals, 0, count);
    }
  }

  /** The longer of the two in the middle, so that a hasty start does not set the pace. */
  private long medianNs() {
    return intervals[count / 2];
  }
}
