package io.camber.jury.check;

/** Mean and spread of a signal so far (Welford 1962). */
final class History {
  private static final double SIGMAS = 3.0;

  private final int enough;
  private int count;
  private double mean;
  private double squares;

  /** @param enough values before anything can be out of the ordinary */
  History(int enough) {
    this.enough = enough;
  }

  void add(double value) {
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
  }

  /** How far beyond three standard deviations from the mean; negative within, and as long as too little is known. */
  double beyond(double value) {
    return count < enough
        ? Double.NEGATIVE_INFINITY
        : Math.abs(value - mean) - SIGMAS * Math.sqrt(squares / (count - 1));
  }
}
