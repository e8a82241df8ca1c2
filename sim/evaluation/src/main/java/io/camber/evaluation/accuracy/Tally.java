package io.camber.evaluation.accuracy;

/** Hits and misses of one stratum. */
final class Tally {
  private int hits;
  private int total;

  void add(boolean hit) {
    total++;
    hits += hit ? 1 : 0;
  }

  int total() {
    return total;
  }

  /** NaN when nothing was counted. */
  double share() {
    return total == 0 ? Double.NaN : (double) hits / total;
  }
}
