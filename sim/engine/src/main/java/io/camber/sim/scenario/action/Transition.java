package io.camber.sim.scenario.action;

/**
 * A value that goes from start to target over time or distance. With p = progress / extent and d = target - start:
 *
 * <pre>
 * linear      start + d p                   peak slope d / extent
 * sinusoidal  start + d (1 - cos(pi p)) / 2 peak slope pi d / (2 extent)
 * cubic       start + d p^2 (3 - 2 p)       peak slope 3 d / (2 extent)
 * </pre>
 */
final class Transition {
  private static final double TOLERANCE = 1e-6;
  private static final double LARGE = 1e10;

  /** The course of a transition. */
  enum Shape {
    LINEAR,
    CUBIC,
    SINUSOIDAL,
    STEP
  }

  /** What the value of the dynamics means. */
  enum Dimension {
    RATE,
    TIME,
    DISTANCE
  }

  private final Shape shape;
  private final Dimension dimension;
  private final double start;
  private double target;
  private double rate;
  private double extent;
  private double progress;
  private double stretch = 1.0;

  /** The value of the dynamics is an extent, or for {@link Dimension#RATE} the peak slope, whose sign is ignored. */
  Transition(Dynamics dynamics, double start, double target) {
    this.shape = dynamics.shape();
    this.dimension = dynamics.dimension();
    this.start = start;
    this.target = target;
    if (dimension == Dimension.RATE) {
      rate = Math.abs(dynamics.value());
      setExtentFromRate();
    } else {
      extent = dynamics.value();
    }
  }

  void setTarget(double newTarget) {
    target = newTarget;
    if (dimension == Dimension.RATE) {
      setExtentFromRate();
    }
  }

  private void setExtentFromRate() {
    extent = rate < TOLERANCE ? 0.0 : Math.abs(target - start) * peakFactor() / rate;
  }

  private double peakFactor() {
    return switch (shape) {
      case STEP -> 0.0;
      case LINEAR -> 1.0;
      case SINUSOIDAL -> Math.PI / 2.0;
      case CUBIC -> 1.5;
    };
  }

  Dimension dimension() {
    return dimension;
  }

  double start() {
    return start;
  }

  double target() {
    return target;
  }

  double extent() {
    return extent;
  }

  void setExtent(double newExtent) {
    extent = newExtent;
  }

  /** Stretches the transition so that its peak slope does not exceed {@code slopeMax}. */
  void limitSlope(double slopeMax) {
    double peak =
        isJump() ? LARGE : Math.abs(target - start) * peakFactor() / Math.max(extent, 1e-12);
    stretch = peak > slopeMax ? peak / Math.max(slopeMax, TOLERANCE) : 1.0;
  }

  /** The extent at which the peak second derivative is {@code peak}. */
  double extentForPeakBend(double peak) {
    double distance = Math.abs(target - start);
    return switch (shape) {
      case STEP -> 0.0;
      // a straight ramp has no finite bend: take the cubic's, as esmini does
      case LINEAR, CUBIC -> Math.sqrt(6.0 * distance / peak);
      case SINUSOIDAL -> Math.PI * Math.sqrt(distance / (2.0 * peak));
    };
  }

  /** A transition without extent. */
  boolean isJump() {
    return shape == Shape.STEP || (dimension != Dimension.RATE && extent < TOLERANCE);
  }

  void advance(double delta) {
    progress = Math.max(0.0, Math.min(extent, progress + delta / stretch));
  }

  double value() {
    return value(shape);
  }

  double value(Shape as) {
    if (isJump()) {
      return target;
    }
    if (extent < TOLERANCE) {
      // a rate of zero never gets anywhere
      return start;
    }
    double p = progress / extent;
    double share = switch (as) {
      case STEP -> 1.0;
      case LINEAR -> p;
      case SINUSOIDAL -> (1.0 - StrictMath.cos(Math.PI * p)) / 2.0;
      case CUBIC -> p * p * (3.0 - 2.0 * p);
    };
    return start + (target - start) * share;
  }

  /** Slope at the current progress. */
  double slope() {
    double distance = target - start;
    if (isJump()) {
      return distance < 0.0 ? -LARGE : LARGE;
    }
    if (extent < TOLERANCE) {
      return 0.0;
    }
    double p = progress / extent;
    double slope = switch (shape) {
      case STEP -> LARGE;
      case LINEAR -> distance / extent;
      case SINUSOIDAL -> Math.PI * distance * StrictMath.sin(Math.PI * p) / (2.0 * extent);
      case CUBIC -> 6.0 * distance * (1.0 - p) * p / extent;
    };
    return slope / stretch;
  }

  boolean isOver() {
    return progress > extent - TOLERANCE;
  }

  /** True when the value has reached its target or passed it. */
  boolean hasReached(double value) {
    if (isOver() || Math.abs(value - target) < TOLERANCE) {
      return true;
    }
    return progress > 0.0 && (value - target < 0.0) != (start - target < 0.0);
  }
}
