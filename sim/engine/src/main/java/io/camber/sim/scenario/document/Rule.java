package io.camber.sim.scenario.document;

/** How two values are compared. Numbers within {@value #TOLERANCE} of each other count as equal, as in esmini. */
public enum Rule {
  GREATER_THAN,
  GREATER_OR_EQUAL,
  LESS_THAN,
  LESS_OR_EQUAL,
  EQUAL_TO,
  NOT_EQUAL_TO;

  private static final double TOLERANCE = 1e-6;

  public boolean compare(double a, double b) {
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return holds(Double.compare(a, b));
    }
    return holds(Math.abs(a - b) < TOLERANCE ? 0 : Double.compare(a, b));
  }

  /** Compares as numbers when both are, as texts otherwise. */
  public boolean compare(String a, String b) {
    if (mayBeNumber(a) && mayBeNumber(b)) {
      try {
        return compare(Double.parseDouble(a.strip()), Double.parseDouble(b.strip()));
      } catch (NumberFormatException e) {
        // a text after all, such as "1st"
      }
    }
    return compareTexts(a, b);
  }

  /** Whether a text could be a number: an exception for every "true" of every step would cost more than the step. */
  private static boolean mayBeNumber(String text) {
    String stripped = text.strip();
    return !stripped.isEmpty() && "+-.0123456789IN".indexOf(stripped.charAt(0)) >= 0;
  }

  /** Compares as texts, in the order of their characters. */
  public boolean compareTexts(String a, String b) {
    return holds(a.equals(b) ? 0 : a.strip().compareTo(b.strip()));
  }

  private boolean holds(int order) {
    return switch (this) {
      case GREATER_THAN -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS_THAN -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case EQUAL_TO -> order == 0;
      case NOT_EQUAL_TO -> order != 0;
    };
  }
}
