package io.camber.jury.statistics;

import java.util.Arrays;
import java.util.Comparator;

/** Holm's step-down correction for asking many questions at once (Holm 1979). */
public final class Holm {
  private Holm() {}

  /** Probabilities that may be compared with one bound together; in the order of the arguments. */
  public static double[] adjust(double[] pValues) {
    Integer[] order = new Integer[pValues.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
    double[] adjusted = new double[pValues.length];
    double least = 0.0;
    for (int rank = 0; rank < order.length; rank++) {
      least = Math.max(least, Math.min(1.0, (order.length - rank) * pValues[order[rank]]));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }
}
