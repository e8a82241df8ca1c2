package io.camber.drives.comma;

import io.camber.drives.numpy.NumpyArray;
import java.io.IOException;
import java.util.Optional;

/** Values of one kind and when each was taken. */
final class Series {
  private final Clock clock;
  private final NumpyArray values;
  private int near;

  private Series(Clock clock, NumpyArray values) {
    this.clock = clock;
    this.values = values;
  }

  /** Reads {@code t} and {@code value} of a kind; empty when the segment has no such folder or nothing in it. */
  static Optional<Series> find(Segment segment, String kind, int columns) throws IOException {
    if (!segment.hasLog(kind)) {
      return Optional.empty();
    }
    Series series = of(Clock.of(segment.log(kind, "t")), segment.log(kind, "value"), columns);
    return series.size() == 0 ? Optional.empty() : Optional.of(series);
  }

  static Series of(Clock clock, NumpyArray values, int columns) {
    if (values.columns() != columns) {
      throw values.error("has " + values.columns() + " columns instead of " + columns);
    }
    if (values.rows() != clock.size()) {
      throw values.error("has " + values.rows() + " rows for " + clock.size() + " times");
    }
    return new Series(clock, values);
  }

  int size() {
    return clock.size();
  }

  long timeNs(int row) {
    return clock.ns(row);
  }

  double at(int row, int column) {
    return values.finite(row, column);
  }

  NumpyArray values() {
    return values;
  }

  /** Between the rows around a time, which should not go back much from call to call; before and after all, the end's. */
  double at(long timeNs, int column) {
    while (near > 0 && clock.ns(near) > timeNs) {
      near--;
    }
    while (near < size() - 1 && clock.ns(near + 1) <= timeNs) {
      near++;
    }
    double value = at(near, column);
    if (near == size() - 1 || timeNs <= clock.ns(near)) {
      return value;
    }
    double share = (double) (timeNs - clock.ns(near)) / (clock.ns(near + 1) - clock.ns(near));
    return value + share * (at(near + 1, column) - value);
  }
}
