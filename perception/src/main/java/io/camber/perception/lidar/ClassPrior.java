package io.camber.perception.lidar;

import io.camber.scene.ObjectClass;
import java.util.List;

/**
 * What sizes a class comes in, as trapezoids: full score between the inner limits, none outside the outer ones. Ranges cover
 * European vehicle registrations (passenger cars 2.7 to 5.6 m, coaches up to 2.55 x 4.0 x 18.75 m) and adults and children
 * over 0.9 m.
 */
record ClassPrior(
    ObjectClass objectClass, double weight, Span length, Span width, Span height, boolean isWide) {

  static final List<ClassPrior> ALL = List.of(
      new ClassPrior(
          ObjectClass.CAR,
          1.0,
          new Span(2.4, 3.2, 4.5, 5.4, 6.4),
          new Span(1.1, 1.45, 1.85, 2.15, 2.5),
          new Span(0.9, 1.2, 1.5, 2.45, 3.0),
          true),
      new ClassPrior(
          ObjectClass.TRUCK,
          0.95,
          new Span(4.5, 5.5, 9.0, 18.8, 26.0),
          new Span(1.85, 2.2, 2.5, 2.7, 3.1),
          new Span(2.3, 2.9, 3.4, 4.2, 4.6),
          true),
      new ClassPrior(
          ObjectClass.BUS,
          0.85,
          new Span(8.0, 9.5, 12.0, 18.8, 20.0),
          new Span(2.1, 2.35, 2.5, 2.65, 3.0),
          new Span(2.5, 2.8, 3.1, 3.5, 4.4),
          true),
      new ClassPrior(
          ObjectClass.MOTORCYCLE,
          0.75,
          new Span(1.6, 1.9, 2.2, 2.5, 2.9),
          new Span(0.2, 0.5, 0.8, 0.95, 1.2),
          new Span(0.9, 1.2, 1.6, 1.85, 2.1),
          false),
      new ClassPrior(
          ObjectClass.BICYCLE,
          0.85,
          new Span(1.1, 1.45, 1.8, 2.0, 2.3),
          new Span(0.1, 0.3, 0.6, 0.85, 1.1),
          new Span(1.0, 1.4, 1.75, 2.0, 2.2),
          false),
      new ClassPrior(
          ObjectClass.PEDESTRIAN,
          0.9,
          new Span(0.1, 0.25, 0.5, 0.85, 1.2),
          new Span(0.1, 0.2, 0.5, 0.75, 1.1),
          new Span(0.8, 1.0, 1.7, 2.0, 2.2),
          false));

  /** Outer and inner limits and what is assumed of what cannot be seen. */
  record Span(double none, double some, double typical, double most, double tooMuch) {
    /** Membership of a measured value, 0 to 1. */
    double fit(double value) {
      if (value < some) {
        return value <= none ? 0.0 : (value - none) / (some - none);
      }
      return atMost(value);
    }

    /** Membership of a value that may be smaller than the truth, 0 to 1. */
    double atMost(double value) {
      if (value <= most) {
        return 1.0;
      }
      return value >= tooMuch ? 0.0 : (tooMuch - value) / (tooMuch - most);
    }
  }
}
