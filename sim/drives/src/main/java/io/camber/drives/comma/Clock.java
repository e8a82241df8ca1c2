package io.camber.drives.comma;

import io.camber.drives.numpy.NumpyArray;

/** A column of times in seconds since the device started, as nanoseconds that never go back. */
final class Clock {
  /** Thirty years: more is no time since a start. */
  private static final double SECONDS_MAX = 1e9;

  private final long[] times;

  private Clock(long[] times) {
    this.times = times;
  }

  static Clock of(NumpyArray seconds) {
    if (seconds.columns() != 1) {
      throw seconds.error("has " + seconds.columns() + " columns; times have 1");
    }
    long[] times = new long[seconds.rows()];
    for (int i = 0; i < times.length; i++) {
      double at = seconds.finite(i, 0);
      if (!(at >= 0.0 && at < SECONDS_MAX)) {
        throw seconds.error(i, 0, at + " s is no time since the device started");
      }
      times[i] = Math.round(at * 1e9);
      if (i > 0 && times[i] < times[i - 1]) {
        throw seconds.error(i, 0, at + " s lies before the time of the row before");
      }
    }
    return new Clock(times);
  }

  int size() {
    return times.length;
  }

  long ns(int row) {
    return times[row];
  }
}
