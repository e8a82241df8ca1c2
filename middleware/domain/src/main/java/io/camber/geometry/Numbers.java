package io.camber.geometry;

/** Checks that compact constructors share; every message names the value and the bound it broke. */
public final class Numbers {
  private Numbers() {}

  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " is not finite");
    }
    return value;
  }

  public static double positive(String name, double value) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " is not a positive number");
    }
    return value;
  }

  public static double notNegative(String name, double value) {
    if (!(value >= 0.0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " is negative or not finite");
    }
    return value;
  }

  public static double within(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + "=" + value + " is outside [" + min + ", " + max + "]");
    }
    return value;
  }
}
