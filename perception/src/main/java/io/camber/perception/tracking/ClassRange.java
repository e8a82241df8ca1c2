package io.camber.perception.tracking;

import io.camber.scene.ObjectClass;
import java.util.List;
import java.util.Optional;

/**
 * What bodies and speeds a class comes in: usual between the inner limits, impossible beyond the outer upper one. Below the
 * lower limits only part of it may have been seen, which is unusual and no more. Lengths and widths are those of European
 * registrations, with margins for the boxes' own errors; nobody on foot keeps up 4.5 m/s in traffic, nobody on a bicycle 14.5 m/s.
 *
 * @param lightest log-likelihood of a height below the lowest: how little a look over something low excuses it
 */
record ClassRange(
    ObjectClass objectClass,
    Span length,
    Span width,
    Span height,
    double lightest,
    double speedMpsUsual,
    double speedMpsMax) {
  /** Log-likelihood of what cannot be, as far as the measurements are to be believed. */
  static final double IMPOSSIBLE = -12.0;

  /** Log-likelihood of an extent at its outer upper limit. */
  private static final double AT_LIMIT = -4.0;

  /** Log-likelihood of an extent at its lower limit: part of a body, seldom all there is to see. */
  private static final double PARTIAL = -2.0;

  static final List<ClassRange> ALL = List.of(
      new ClassRange(
          ObjectClass.CAR,
          new Span(2.2, 3.2, 5.3, 6.3),
          new Span(0.9, 1.35, 2.15, 2.5),
          new Span(0.8, 1.1, 2.5, 3.1),
          PARTIAL,
          45.0,
          65.0),
      new ClassRange(
          ObjectClass.TRUCK,
          new Span(3.5, 5.2, 19.0, 24.5),
          new Span(1.7, 2.2, 2.7, 3.1),
          new Span(2.0, 2.8, 4.3, 5.0),
          1.5 * PARTIAL,
          27.0,
          38.0),
      new ClassRange(
          ObjectClass.BUS,
          new Span(6.0, 9.0, 19.0, 24.5),
          new Span(1.8, 2.25, 2.7, 3.1),
          new Span(2.0, 2.7, 4.3, 5.0),
          2.0 * PARTIAL,
          28.0,
          38.0),
      new ClassRange(
          ObjectClass.MOTORCYCLE,
          new Span(1.2, 1.7, 2.5, 2.9),
          new Span(0.2, 0.4, 1.0, 1.4),
          new Span(0.8, 1.1, 1.9, 2.3),
          PARTIAL,
          45.0,
          65.0),
      new ClassRange(
          ObjectClass.BICYCLE,
          new Span(0.8, 1.3, 2.0, 2.4),
          new Span(0.1, 0.3, 0.9, 1.2),
          new Span(0.9, 1.3, 2.0, 2.4),
          PARTIAL,
          8.0,
          14.5),
      new ClassRange(
          ObjectClass.PEDESTRIAN,
          new Span(0.1, 0.2, 0.85, 1.15),
          new Span(0.1, 0.2, 0.8, 1.15),
          new Span(0.7, 0.9, 2.0, 2.4),
          PARTIAL,
          2.6,
          4.5));

  /** Extents: outer and inner lower limit, inner and outer upper one. */
  record Span(double least, double low, double high, double most) {
    double logFit(double value, double below) {
      if (value > most) {
        return IMPOSSIBLE;
      }
      if (value > high) {
        return AT_LIMIT * (value - high) / (most - high);
      }
      return value < low ? below * Math.min(1.0, (low - value) / (low - least)) : 0.0;
    }
  }

  /** Empty for what is unknown. */
  static Optional<ClassRange> find(ObjectClass objectClass) {
    return ALL.stream().filter(range -> range.objectClass() == objectClass).findFirst();
  }

  /** Log-likelihood of a body of this size that moves at this speed, 0 at most. */
  double logFit(double lengthM, double widthM, double heightM, double speedMps) {
    return length.logFit(lengthM, PARTIAL)
        + width.logFit(widthM, PARTIAL)
        + height.logFit(heightM, lightest)
        + speedFit(speedMps);
  }

  private double speedFit(double speedMps) {
    if (speedMps > speedMpsMax) {
      return IMPOSSIBLE;
    }
    double over = Math.max(0.0, speedMps - speedMpsUsual);
    return 1.5 * AT_LIMIT * over / (speedMpsMax - speedMpsUsual);
  }
}
