package io.camber.app.sweep.report;

import io.camber.app.table.CsvFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of one parameter along an axis of a picture: each value by itself while they are few, intervals of equal width
 * when numbers are many.
 */
final class Bins {
  private static final int VALUES_MAX = 26;
  private static final int INTERVALS = 12;

  private final List<String> labels = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final boolean intervals;
  private final double low;
  private final double width;

  private Bins(List<String> distinct, boolean numeric) {
    double min = 0.0;
    double max = 0.0;
    if (numeric) {
      min = distinct.stream().mapToDouble(Double::parseDouble).min().orElse(0.0);
      max = distinct.stream().mapToDouble(Double::parseDouble).max().orElse(0.0);
    }
    intervals = numeric && distinct.size() > VALUES_MAX;
    low = min;
    width = (max - min) / INTERVALS;
    if (intervals) {
      for (int i = 0; i < INTERVALS; i++) {
        labels.add(short3(low + i * width) + "–" + short3(low + (i + 1) * width));
      }
    } else {
      values.addAll(distinct);
      distinct.forEach(value -> labels.add(numeric ? short3(Double.parseDouble(value)) : value));
    }
  }

  static Bins of(List<SweepRow> rows, String parameter) {
    Set<String> distinct = new LinkedHashSet<>();
    rows.forEach(row -> distinct.add(row.value(parameter)));
    boolean numeric = distinct.stream().allMatch(Numbers::isNumber);
    List<String> sorted = new ArrayList<>(distinct);
    if (numeric) {
      sorted.sort(Comparator.comparingDouble(Double::parseDouble));
    }
    return new Bins(sorted, numeric);
  }

  private static String short3(double value) {
    double rounded = Math.rint(value * 1000.0) / 1000.0;
    return CsvFile.number(rounded);
  }

  List<String> labels() {
    return labels;
  }

  int of(String value) {
    if (!intervals) {
      return values.indexOf(value);
    }
    int bin = (int) ((Double.parseDouble(value) - low) / width);
    return Math.max(0, Math.min(INTERVALS - 1, bin));
  }
}
