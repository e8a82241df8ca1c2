package io.camber.sim.scenario.expression;

/** What is wrong with an expression; the reader adds file and line. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  ExpressionException(String message) {
    super(message);
  }
}
