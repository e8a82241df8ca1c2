package io.camber.evaluation.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By how much the speed of tracks comes after that of their actors: the delay, up to 2 s, at which the correlation of both is largest,
 * over all stretches of 5 s and more in which an actor kept its track and changed its speed. Ten values a second; the largest lies on
 * the parabola through three of them.
 */
final class SpeedLag {
  private static final long STEP_NS = 100_000_000L;
  private static final long SLACK_NS = 10_000_000L;
  private static final double STEP_S = 0.1;

  /** Delays looked at, in steps; negative ones are of tracks that know beforehand. */
  private static final int FIRST = -5;

  private static final int LAST = 20;
  private static final int VALUES_MIN = 50;

  /** Standard deviation of the true speed from which on a stretch tells something. */
  private static final double CHANGE_MPS_MIN = 0.5;

  /** A correlation that drops less than this to either side tells no delay: speed changed evenly all the time. */
  private static final double DROP_MIN = 0.005;

  private final Map<String, Stretch> open = new TreeMap<>();
  private final List<Stretch> told = new ArrayList<>();

  private static final class Stretch {
    private final int track;
    private double[] actual = new double[VALUES_MIN];
    private double[] claimed = new double[VALUES_MIN];
    private int size;
    private long lastNs;

    Stretch(int track) {
      this.track = track;
    }

    void add(long timeNs, double actualMps, double claimedMps) {
      if (size == actual.length) {
        actual = Arrays.copyOf(actual, 2 * size);
        claimed = Arrays.copyOf(claimed, 2 * size);
      }
      actual[size] = actualMps;
      claimed[size] = claimedMps;
      size++;
      lastNs = timeNs;
    }

    boolean tells() {
      return size >= VALUES_MIN
          && Moments.of(actual, 0, actual, 0, size).square
              >= CHANGE_MPS_MIN * CHANGE_MPS_MIN * size;
    }
  }

  /** Sums of squares and products about the means. */
  private record Moments(double square, double otherSquare, double product) {
    static Moments of(double[] one, int from, double[] other, int otherFrom, int count) {
      double sum = 0.0;
      double otherSum = 0.0;
      for (int i = 0; i < count; i++) {
        sum += one[from + i];
        otherSum += other[otherFrom + i];
      }
      double mean = sum / count;
      double otherMean = otherSum / count;
      double square = 0.0;
      double otherSquare = 0.0;
      double product = 0.0;
      for (int i = 0; i < count; i++) {
        double off = one[from + i] - mean;
        double otherOff = other[otherFrom + i] - otherMean;
        square += off * off;
        otherSquare += otherOff * otherOff;
        product += off * otherOff;
      }
      return new Moments(square, otherSquare, product);
    }
  }

  /** Takes in the speeds of an actor and of its track at one time. */
  void add(String actor, int track, long timeNs, double actualMps, double claimedMps) {
    Stretch stretch = open.get(actor);
    if (stretch != null && stretch.track == track) {
      long step = timeNs - stretch.lastNs;
      if (step < STEP_NS - SLACK_NS) {
        return;
      }
      if (step <= STEP_NS + SLACK_NS) {
        stretch.add(timeNs, actualMps, claimedMps);
        return;
      }
    }
    keep(stretch);
    Stretch next = new Stretch(track);
    next.add(timeNs, actualMps, claimedMps);
    open.put(actor, next);
  }

  private void keep(@Nullable Stretch stretch) {
    if (stretch != null && stretch.tells()) {
      told.add(stretch);
    }
  }

  /** In seconds; NaN when speeds told none. Called once. */
  double delayS() {
    open.values().forEach(this::keep);
    if (told.isEmpty()) {
      return Double.NaN;
    }
    double[] correlation = new double[LAST - FIRST + 1];
    int best = 0;
    for (int i = 0; i < correlation.length; i++) {
      correlation[i] = correlation(FIRST + i);
      best = correlation[i] > correlation[best] ? i : best;
    }
    double drop = correlation[best] - Math.max(correlation[0], correlation[correlation.length - 1]);
    if (best == 0 || best == correlation.length - 1 || !(drop >= DROP_MIN)) {
      return Double.NaN;
    }
    double before = correlation[best - 1];
    double after = correlation[best + 1];
    double bend = before - 2.0 * correlation[best] + after;
    double shift = bend < 0.0 ? 0.5 * (before - after) / bend : 0.0;
    return (FIRST + best + shift) * STEP_S;
  }

  /** Of what tracks claim with what was true so many steps before; the claims are the same for every delay. */
  private double correlation(int delay) {
    double claimed = 0.0;
    double actual = 0.0;
    double product = 0.0;
    for (Stretch stretch : told) {
      int count = stretch.size - LAST + FIRST;
      Moments moments = Moments.of(stretch.claimed, LAST, stretch.actual, LAST - delay, count);
      claimed += moments.square;
      actual += moments.otherSquare;
      product += moments.product;
    }
    return product / Math.sqrt(claimed * actual);
  }
}
