package io.camber.sim.scenario.expression;

/** What is wrong with an expression; the reader adds file and line. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Sorts of mistakes. */
  public enum Kind {
    /** It is no expression of the standard. */
    SYNTAX,
    /** It uses a parameter that is not declared here. */
    UNDECLARED,
    /** It has no value: a division by zero, a word where a number belongs. */
    VALUE
  }

  private final Kind kind;

  ExpressionException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
