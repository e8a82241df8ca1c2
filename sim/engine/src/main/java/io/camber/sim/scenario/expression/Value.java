package io.camber.sim.scenario.expression;

/** Result of an expression: a number, a truth value or a text. */
sealed interface Value {
  record Numeric(double value) implements Value {}

  record Truth(boolean value) implements Value {}

  record Text(String value) implements Value {}

  /** As it would stand in an attribute. */
  default String text() {
    if (this instanceof Numeric number) {
      double value = number.value();
      boolean whole = Math.rint(value) == value && Math.abs(value) < 1e15;
      return whole ? Long.toString((long) value) : Double.toString(value);
    }
    if (this instanceof Truth truth) {
      return Boolean.toString(truth.value());
    }
    return ((Text) this).value();
  }

  default double number() throws ExpressionException {
    if (this instanceof Numeric number) {
      return number.value();
    }
    throw new ExpressionException(
        ExpressionException.Kind.VALUE, "\"" + text() + "\" is not a number");
  }

  default boolean truth() throws ExpressionException {
    if (this instanceof Truth truth) {
      return truth.value();
    }
    if (this instanceof Numeric number && (number.value() == 0.0 || number.value() == 1.0)) {
      return number.value() == 1.0;
    }
    throw new ExpressionException(
        ExpressionException.Kind.VALUE, "\"" + text() + "\" is not true or false");
  }
}
