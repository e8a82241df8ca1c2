package io.camber.sim.scenario.storyboard;

import java.util.Arrays;

/**
 * Remembers when a truth value changed. Reading later than the last reading returns true if the value was true at any time
 * in between, so that a pulse of one step is not lost.
 */
final class DelayLine {
  private static final double TOLERANCE = 1e-6;

  private double[] times = new double[4];
  private boolean[] values = new boolean[4];
  private int size;
  private int read;

  void put(double now, boolean value) {
    if (size > 0 && values[size - 1] == value) {
      return;
    }
    if (size > 0 && now < times[size - 1] + TOLERANCE) {
      values[size - 1] = value;
      read = Math.min(read, size - 1);
      return;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    times[size] = now;
    values[size] = value;
    size++;
  }

  boolean at(double now) {
    if (size == 0) {
      return false;
    }
    if (read >= size) {
      return values[size - 1];
    }
    if (now > times[read] - TOLERANCE) {
      boolean any = false;
      while (read < size && now > times[read] - TOLERANCE) {
        any |= values[read];
        read++;
      }
      return any;
    }
    return read > 0 && values[read - 1];
  }

  void reset() {
    size = 0;
    read = 0;
  }
}
