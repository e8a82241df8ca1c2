package io.camber.jury.image;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;

/** By how much two sensors see the same bodies in different directions: the median over some seconds. */
public final class BearingOffset {
  private static final long MEMORY_NS = 4_000_000_000L;
  private static final int PAIRS_MIN = 30;

  private final Deque<Pair> pairs = new ArrayDeque<>();

  private record Pair(long timeNs, double angle) {}

  /** Adds a pair; {@code angle} in rad, positive where the lidar has it further to the left. */
  public void add(long timeNs, double angle) {
    pairs.addLast(new Pair(timeNs, angle));
  }

  /** The median of the last four seconds, rad; empty while there are few pairs. */
  public OptionalDouble median(long timeNs) {
    while (!pairs.isEmpty() && pairs.getFirst().timeNs() < timeNs - MEMORY_NS) {
      pairs.removeFirst();
    }
    if (pairs.size() < PAIRS_MIN) {
      return OptionalDouble.empty();
    }
    double[] angles = pairs.stream().mapToDouble(Pair::angle).toArray();
    Arrays.sort(angles);
    return OptionalDouble.of(angles[angles.length / 2]);
  }
}
