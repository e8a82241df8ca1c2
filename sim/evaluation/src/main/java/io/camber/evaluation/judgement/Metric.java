package io.camber.evaluation.judgement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure about a drive.
 *
 * @param name dotted path, such as {@code collision.atFault}; the first part is its family
 * @param value empty when the drive gave nothing to measure; never zero for lack of data
 * @param unit SI symbol, {@code "1"} for counts and ratios
 * @param absence why there is no value; empty when there is one
 */
public record Metric(
    String name,
    OptionalDouble value,
    String unit,
    Optional<Limit> limit,
    Owner owner,
    Better better,
    String absence) {
  private static final String NOTHING = "nothing of the kind happened in this drive";

  /** Which way a change is an improvement. */
  public enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }

  /** A figure with a bound; NaN and infinities count as not measured. */
  public static Metric limited(String name, double value, String unit, Limit limit, Owner owner) {
    Better better = limit.kind() == Limit.Kind.AT_MOST ? Better.LOWER : Better.HIGHER;
    return new Metric(
        name, defined(value), unit, Optional.of(limit), owner, better, absence(value));
  }

  /** A figure without a bound; NaN and infinities count as not measured. */
  public static Metric free(String name, double value, String unit, Owner owner, Better better) {
    return new Metric(name, defined(value), unit, Optional.empty(), owner, better, absence(value));
  }

  /** The same with the reason why there is no value, should there be none. */
  public Metric because(String reason) {
    return value.isPresent() ? this : new Metric(name, value, unit, limit, owner, better, reason);
  }

  /** True unless the metric was measured and lies beyond its limit. */
  public boolean isWithinLimit() {
    return limit.isEmpty() || value.isEmpty() || limit.get().allows(value.getAsDouble());
  }

  public boolean isHard() {
    return limit.isPresent() && limit.get().hard();
  }

  private static String absence(double value) {
    return Double.isFinite(value) ? "" : NOTHING;
  }

  private static OptionalDouble defined(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
