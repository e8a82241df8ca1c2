package io.camber.evaluation.judgement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named columns over common times; NaN where nothing was measured. Filled by one thread, then only read. */
public final class TimeSeries {
  private final List<Long> timesNs = new ArrayList<>();
  private final SortedMap<String, double[]> columns = new TreeMap<>();

  /** Starts a new row. */
  public void beginRow(long timeNs) {
    timesNs.add(timeNs);
  }

  /** Sets a value in the newest row. */
  public void put(String column, double value) {
    if (timesNs.isEmpty()) {
      throw new IllegalStateException("no row has begun");
    }
    int row = timesNs.size() - 1;
    double[] values = columns.computeIfAbsent(column, name -> new double[0]);
    if (row >= values.length) {
      int before = values.length;
      values = Arrays.copyOf(values, Math.max(64, Math.max(row + 1, 2 * before)));
      Arrays.fill(values, before, values.length, Double.NaN);
      columns.put(column, values);
    }
    values[row] = value;
  }

  /** Sets a whole column, one value per row. */
  public void fill(String column, double[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(
          "values=" + values.length + " do not fill " + size() + " rows");
    }
    columns.put(column, values.clone());
  }

  public int size() {
    return timesNs.size();
  }

  public long timeNs(int row) {
    return timesNs.get(row);
  }

  /** Column names, sorted. */
  public Set<String> names() {
    return columns.keySet();
  }

  /** One value per row; all NaN for a name that was never put. */
  public double[] column(String name) {
    double[] values = columns.getOrDefault(name, new double[0]);
    double[] copy = Arrays.copyOf(values, size());
    if (values.length < size()) {
      Arrays.fill(copy, values.length, size(), Double.NaN);
    }
    return copy;
  }
}
