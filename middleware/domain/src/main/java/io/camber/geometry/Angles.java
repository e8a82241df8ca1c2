package io.camber.geometry;

/** Angles in radians, counter-clockwise positive. */
public final class Angles {
  private static final double TURN = 2.0 * Math.PI;

  private Angles() {}

  /** Wraps to (-pi, pi]. */
  public static double wrap(double angle) {
    if (angle > -Math.PI && angle <= Math.PI) {
      return angle;
    }
    double wrapped = angle - TURN * Math.floor((angle + Math.PI) / TURN);
    return wrapped <= -Math.PI ? wrapped + TURN : Math.min(wrapped, Math.PI);
  }

  /** The turn from {@code from} to {@code to}, in (-pi, pi]. */
  public static double difference(double to, double from) {
    return wrap(to - from);
  }

  /** Interpolates along the shorter turn; {@code fraction} 0 gives {@code from}, 1 gives {@code to}. */
  public static double interpolate(double from, double to, double fraction) {
    return wrap(from + fraction * difference(to, from));
  }
}
