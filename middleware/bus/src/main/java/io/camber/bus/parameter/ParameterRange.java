package io.camber.bus.parameter;

/** Least and greatest value of a number, both allowed. */
public record ParameterRange(double min, double max) {
  public ParameterRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("range [" + min + ", " + max + "] is empty");
    }
  }

  boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** As people read it, whole numbers without a fraction. */
  String text(ParameterType type) {
    return type == ParameterType.LONG
        ? "[" + (long) min + ", " + (long) max + "]"
        : "[" + min + ", " + max + "]";
  }
}
