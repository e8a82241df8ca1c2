package io.camber.app.timing;

import java.util.Arrays;
import java.util.Locale;

/** The least, the median and the most of something measured several times; of an even number the upper median. */
public record Repetitions(double min, double median, double max) {
  /** Of at least one value; leaves their order alone. */
  public static Repetitions of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Repetitions(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  /** The same in another unit. */
  public Repetitions times(double factor) {
    return new Repetitions(factor * min, factor * median, factor * max);
  }

  /** Three columns of a table. */
  public String columns(int decimals) {
    String column = "%8." + decimals + "f";
    return String.format(Locale.ROOT, column + " " + column + " " + column, min, median, max);
  }
}
