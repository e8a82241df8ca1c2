package io.camber.sim.dynamics.manoeuvre;

/**
 * A measured value beside the expected one.
 *
 * @param expected number that was expected
 * @param rule how the value must stand to it
 * @param source where the expectation comes from: a formula or a clause
 */
public record Figure(
    String name, String unit, double value, double expected, Rule rule, String source) {

  /** How a value must stand to what is expected. */
  public enum Rule {
    /** Within a twentieth. */
    ABOUT("="),
    AT_LEAST(">="),
    AT_MOST("<="),
    /** Shown only; the expectation is a rough one. */
    NEAR("~");

    private final String sign;

    Rule(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** Share by which a value may miss a closed form whose assumptions (small angles, linear tyres) it nearly meets. */
  private static final double ABOUT_SHARE = 0.05;

  /** True when the value stands to its expectation as it should; always true where that is only rough. */
  public boolean holds() {
    return switch (rule) {
      case ABOUT -> Math.abs(value - expected) <= ABOUT_SHARE * Math.abs(expected);
      case AT_LEAST -> value >= expected;
      case AT_MOST -> value <= expected;
      case NEAR -> true;
    };
  }
}
