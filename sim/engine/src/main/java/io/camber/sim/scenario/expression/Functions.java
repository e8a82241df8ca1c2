package io.camber.sim.scenario.expression;

/** The functions an expression may call. */
final class Functions {
  private Functions() {}

  /** Calls a function of one argument ({@code second} NaN) or two. */
  static double call(String name, double first, double second) throws ExpressionException {
    double result = Double.isNaN(second) ? unary(name, first) : binary(name, first, second);
    if (!Double.isFinite(result)) {
      throw new ExpressionException(
          ExpressionException.Kind.VALUE, name + "(" + first + ") has no finite value");
    }
    return result;
  }

  private static double unary(String name, double x) throws ExpressionException {
    return switch (name) {
      case "round" -> Math.floor(x + 0.5);
      case "floor" -> Math.floor(x);
      case "ceil" -> Math.ceil(x);
      case "sqrt" -> Math.sqrt(x);
      case "abs" -> Math.abs(x);
      case "sign" -> Math.signum(x);
      case "sin" -> StrictMath.sin(x);
      case "cos" -> StrictMath.cos(x);
      case "tan" -> StrictMath.tan(x);
      case "asin" -> StrictMath.asin(x);
      case "acos" -> StrictMath.acos(x);
      case "atan" -> StrictMath.atan(x);
      case "exp" -> StrictMath.exp(x);
      case "log", "ln" -> StrictMath.log(x);
      default -> throw unknown(name);
    };
  }

  private static double binary(String name, double x, double y) throws ExpressionException {
    return switch (name) {
      case "pow" -> StrictMath.pow(x, y);
      case "max" -> Math.max(x, y);
      case "min" -> Math.min(x, y);
      case "atan2" -> StrictMath.atan2(x, y);
      default -> throw unknown(name);
    };
  }

  private static ExpressionException unknown(String name) {
    return new ExpressionException(
        ExpressionException.Kind.SYNTAX,
        "function \"" + name + "\" is unknown or has another number of arguments");
  }
}
