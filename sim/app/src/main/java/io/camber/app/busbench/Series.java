package io.camber.app.busbench;

import java.util.ArrayList;
import java.util.List;

/** One contender's figures in a cell, a repetition each. */
final class Series {
  private final String name;
  private final List<Measured> repetitions = new ArrayList<>();

  /**
   * One repetition.
   *
   * @param value NaN when it failed
   * @param coresNs how far apart the cores were just before; NaN: they could not be looked at
   */
  record Measured(double value, long lost, double coresNs) {}

  Series(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void add(Measured measured) {
    repetitions.add(measured);
  }

  List<Measured> repetitions() {
    return List.copyOf(repetitions);
  }

  private double[] sorted() {
    return repetitions.stream()
        .mapToDouble(Measured::value)
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }

  int failures() {
    return repetitions.size() - sorted().length;
  }

  long lost() {
    return repetitions.stream().mapToLong(Measured::lost).sum();
  }

  /** Of those that did not fail; NaN when all did. */
  double median() {
    double[] sorted = sorted();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  double min() {
    double[] sorted = sorted();
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  double max() {
    double[] sorted = sorted();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }
}
