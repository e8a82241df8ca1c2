package io.camber.evaluation.report.drawing;

/** From a smallest to a largest value; infinite ends are open. */
public record ValueRange(double min, double max) {
  public static final ValueRange ANY =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public ValueRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("min=" + min + " is above max=" + max);
    }
  }
}
