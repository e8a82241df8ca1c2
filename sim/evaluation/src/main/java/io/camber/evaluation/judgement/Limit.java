package io.camber.evaluation.judgement;

import io.camber.geometry.Numbers;

/**
 * The bound of a metric.
 *
 * @param hard true when breaking it fails the drive
 */
public record Limit(Kind kind, double value, boolean hard) {
  public Limit {
    Numbers.finite("value", value);
  }

  /** On which side of the value good metrics lie. */
  public enum Kind {
    AT_MOST,
    AT_LEAST
  }

  public static Limit atMost(double value) {
    return new Limit(Kind.AT_MOST, value, false);
  }

  public static Limit atLeast(double value) {
    return new Limit(Kind.AT_LEAST, value, false);
  }

  /** None may happen. */
  public static Limit never() {
    return new Limit(Kind.AT_MOST, 0.0, true);
  }

  public boolean allows(double measured) {
    return kind == Kind.AT_MOST ? measured <= value : measured >= value;
  }
}
