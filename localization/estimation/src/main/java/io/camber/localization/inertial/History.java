package io.camber.localization.inertial;

import io.camber.sensing.ImuSample;
import java.util.ArrayList;
import java.util.List;

/**
 * The last {@value #CAPACITY} inertial samples, each with the state that followed from it, and the corrections of the same
 * time. Nothing is allocated per inertial sample.
 */
final class History {
  /** 2.56 s at 100 Hz. */
  static final int CAPACITY = 256;

  private final NavigationState[] states = new NavigationState[CAPACITY];
  private final double[][] force = new double[CAPACITY][3];
  private final double[][] rate = new double[CAPACITY][3];
  private final long[] timeNs = new long[CAPACITY];
  private final List<Measurement> measurements = new ArrayList<>();
  private long begin;
  private long end;

  History() {
    for (int i = 0; i < CAPACITY; i++) {
      states[i] = new NavigationState();
    }
  }

  void clear() {
    begin = end;
    measurements.clear();
  }

  boolean isEmpty() {
    return begin == end;
  }

  /** Index of the oldest sample kept. */
  long oldest() {
    return begin;
  }

  /** Index of the newest sample; indices count up for ever. */
  long newest() {
    return end - 1;
  }

  /** Appends a sample, its state still that of whoever held the slot before; returns its index. */
  long append(ImuSample sample) {
    int slot = slot(end);
    timeNs[slot] = sample.timeNs();
    force[slot][0] = sample.specificForceMps2().x();
    force[slot][1] = sample.specificForceMps2().y();
    force[slot][2] = sample.specificForceMps2().z();
    rate[slot][0] = sample.angularRateRadps().x();
    rate[slot][1] = sample.angularRateRadps().y();
    rate[slot][2] = sample.angularRateRadps().z();
    end++;
    begin = Math.max(begin, end - CAPACITY);
    while (!measurements.isEmpty() && measurements.get(0).timeNs() <= timeNs(begin)) {
      measurements.remove(0);
    }
    return end - 1;
  }

  long timeNs(long index) {
    return timeNs[slot(index)];
  }

  double[] force(long index) {
    return force[slot(index)];
  }

  double[] rate(long index) {
    return rate[slot(index)];
  }

  NavigationState state(long index) {
    return states[slot(index)];
  }

  /** The first sample not before a time; one past the newest when there is none. */
  long firstAtOrAfter(long time) {
    long index = end;
    while (index > begin && timeNs(index - 1) >= time) {
      index--;
    }
    return index;
  }

  /** Puts a measurement in its place; false when it is there already. */
  boolean insert(Measurement measurement) {
    int at = measurements.size();
    while (at > 0 && Measurement.ORDER.compare(measurements.get(at - 1), measurement) > 0) {
      at--;
    }
    if (at > 0 && same(measurements.get(at - 1), measurement)) {
      return false;
    }
    measurements.add(at, measurement);
    return true;
  }

  /** Two words of one sensor about one moment are one measurement. */
  private static boolean same(Measurement a, Measurement b) {
    return a.timeNs() == b.timeNs() && a.rank() == b.rank();
  }

  /** Position in the list of the first measurement after a time. */
  int firstMeasurementAfter(long time) {
    int low = 0;
    int high = measurements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (measurements.get(middle).timeNs() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int measurementCount() {
    return measurements.size();
  }

  Measurement measurement(int position) {
    return measurements.get(position);
  }

  private static int slot(long index) {
    return (int) (index % CAPACITY);
  }
}
