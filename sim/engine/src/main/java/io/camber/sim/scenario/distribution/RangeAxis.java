package io.camber.sim.scenario.distribution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Evenly spaced values of one parameter, from the lower limit up to the upper one if it is a multiple of the step away. Exact
 * decimals: 1.1 to 1.5 in steps of 0.2 are 1.1, 1.3 and 1.5, which binary fractions would make two.
 */
record RangeAxis(String name, BigDecimal lower, BigDecimal upper, BigDecimal step) implements Axis {
  /** Digits before and after the point; beyond them a number has no place in a scenario. */
  private static final int SCALE_MAX = 400;

  RangeAxis {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step " + step.toPlainString() + " is not positive");
    }
    if (upper.compareTo(lower) < 0) {
      throw new IllegalArgumentException("upper limit " + upper.toPlainString()
          + " is below the lower one, " + lower.toPlainString());
    }
    if (count(lower, upper, step).bitLength() > 62) {
      throw new IllegalArgumentException("the range holds more than 2^62 values");
    }
  }

  /** Reads a decimal number; throws NumberFormatException on anything else, infinite and outlandish ones included. */
  static BigDecimal decimal(String text) {
    BigDecimal value = new BigDecimal(text.strip());
    if (Math.abs((long) value.precision() - value.scale()) > SCALE_MAX
        || Math.abs((long) value.scale()) > SCALE_MAX) {
      throw new NumberFormatException("too large or too small");
    }
    return value;
  }

  private static BigInteger count(BigDecimal lower, BigDecimal upper, BigDecimal step) {
    return upper
        .subtract(lower)
        .divide(step, 0, RoundingMode.FLOOR)
        .toBigInteger()
        .add(BigInteger.ONE);
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public long size() {
    return count(lower, upper, step).longValueExact();
  }

  @Override
  public void assign(long index, Map<String, String> target) {
    target.put(name, text(lower.add(step.multiply(BigDecimal.valueOf(index)))));
  }

  /** The shortest plain form: whole numbers without a point, so that they suit integer parameters. */
  static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
