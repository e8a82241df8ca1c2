package io.camber.jury.statistics;

/**
 * Events over an exposure, such as interventions over miles, with the exact interval of Garwood 1936: chi-square quantiles at
 * 2n and 2n + 2 degrees of freedom.
 *
 * @param events how many there were
 * @param exposure in what they happened
 * @param confidence such as 0.95
 */
public record EventRate(double events, double exposure, double confidence) {
  public EventRate {
    if (!(events >= 0.0) || !(exposure >= 0.0) || !(confidence > 0.0 && confidence < 1.0)) {
      throw new IllegalArgumentException("events=" + events + ", exposure=" + exposure
          + ", confidence=" + confidence + " make no rate");
    }
  }

  public static EventRate of(double events, double exposure) {
    return new EventRate(events, exposure, 0.95);
  }

  public double rateMin() {
    if (events == 0.0 && exposure > 0.0) {
      return 0.0;
    }
    return exposure > 0.0
        ? ChiSquare.quantile(tail(), 2.0 * events) / (2.0 * exposure)
        : Double.NaN;
  }

  public double rateMax() {
    return exposure > 0.0
        ? ChiSquare.quantile(1.0 - tail(), 2.0 * events + 2.0) / (2.0 * exposure)
        : Double.NaN;
  }

  /** Exposure by event, such as miles per intervention; infinite when nothing happened. */
  public double between() {
    return events > 0.0 ? exposure / events : Double.POSITIVE_INFINITY;
  }

  /** At least this much exposure by event; with no event the one-sided bound, the rule of three. */
  public double betweenMin() {
    return events > 0.0 ? 1.0 / rateMax() : -exposure / StrictMath.log(1.0 - confidence);
  }

  /** At most this much exposure by event; infinite when nothing happened. */
  public double betweenMax() {
    return events > 0.0 ? 1.0 / rateMin() : Double.POSITIVE_INFINITY;
  }

  private double tail() {
    return (1.0 - confidence) / 2.0;
  }
}
