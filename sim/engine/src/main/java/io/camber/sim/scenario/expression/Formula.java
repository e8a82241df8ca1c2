package io.camber.sim.scenario.expression;

/**
 * Recursive-descent evaluation of an OpenSCENARIO 1.1+ expression, lowest precedence first: {@code or}, {@code and},
 * comparison, sum, product, sign and {@code not}, power-free atoms. Angles of the functions are radians. A plus behind a
 * text joins what follows to it, as published scenarios do to make names.
 */
final class Formula {
  private static final int DEPTH_MAX = 100;

  private final String source;
  private final Scope scope;
  private int position;
  private int depth;

  private Formula(String source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  static Value evaluate(String source, Scope scope) throws ExpressionException {
    Formula formula = new Formula(source, scope);
    Value value = formula.either();
    formula.skipSpace();
    if (formula.position < source.length()) {
      throw formula.error("unexpected \"" + source.substring(formula.position) + "\"");
    }
    return value;
  }

  private Value either() throws ExpressionException {
    if (++depth > DEPTH_MAX) {
      throw error("nested too deeply");
    }
    Value left = both();
    while (takeWord("or")) {
      Value right = both();
      left = new Value.Truth(right.truth() || left.truth());
    }
    depth--;
    return left;
  }

  private Value both() throws ExpressionException {
    Value left = comparison();
    while (takeWord("and")) {
      Value right = comparison();
      left = new Value.Truth(right.truth() && left.truth());
    }
    return left;
  }

  private Value comparison() throws ExpressionException {
    Value left = sum();
    for (String operator : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
      if (take(operator)) {
        double a = left.number();
        double b = sum().number();
        return new Value.Truth(
            switch (operator) {
              case "==" -> a == b;
              case "!=" -> a != b;
              case "<=" -> a <= b;
              case ">=" -> a >= b;
              case "<" -> a < b;
              default -> a > b;
            });
      }
    }
    return left;
  }

  private Value sum() throws ExpressionException {
    Value left = product();
    while (true) {
      if (take("+")) {
        left = left instanceof Value.Text text
            ? new Value.Text(text.value() + words())
            : new Value.Numeric(left.number() + product().number());
      } else if (take("-")) {
        left = new Value.Numeric(left.number() - product().number());
      } else {
        return left;
      }
    }
  }

  /** What is joined to a text: a parameter's value, or the words up to the next sign as they stand. */
  private String words() throws ExpressionException {
    skipSpace();
    if (take("$")) {
      return Substitution.lookUp(name(), scope);
    }
    int start = position;
    while (position < source.length()
        && source.charAt(position) != '+'
        && source.charAt(position) != '$') {
      position++;
    }
    return source.substring(start, position).strip();
  }

  private Value product() throws ExpressionException {
    Value left = signed();
    while (true) {
      if (take("*")) {
        left = new Value.Numeric(left.number() * signed().number());
      } else if (take("/")) {
        left = quotient(left.number(), signed().number(), '/');
      } else if (take("%")) {
        left = quotient(left.number(), signed().number(), '%');
      } else {
        return left;
      }
    }
  }

  private Value quotient(double a, double b, char operator) throws ExpressionException {
    if (b == 0.0) {
      throw new ExpressionException(
          ExpressionException.Kind.VALUE, "expression \"" + source + "\": division by zero");
    }
    return new Value.Numeric(operator == '/' ? a / b : a % b);
  }

  private Value signed() throws ExpressionException {
    if (take("-")) {
      return new Value.Numeric(-signed().number());
    }
    if (take("+")) {
      return new Value.Numeric(signed().number());
    }
    if (takeWord("not")) {
      return new Value.Truth(!signed().truth());
    }
    return atom();
  }

  private Value atom() throws ExpressionException {
    skipSpace();
    if (take("(")) {
      Value inner = either();
      expect(")");
      return inner;
    }
    if (position >= source.length()) {
      throw error("ends too early");
    }
    char c = source.charAt(position);
    if (c == '$') {
      position++;
      return literal(Substitution.lookUp(name(), scope));
    }
    if (Character.isDigit(c) || c == '.') {
      return new Value.Numeric(digits());
    }
    if (Character.isLetter(c) || c == '_') {
      return word(name());
    }
    throw error("unexpected \"" + c + "\"");
  }

  private Value word(String name) throws ExpressionException {
    return switch (name) {
      case "true" -> new Value.Truth(true);
      case "false" -> new Value.Truth(false);
      case "pi" -> new Value.Numeric(Math.PI);
      case "e" -> new Value.Numeric(Math.E);
      default -> function(name);
    };
  }

  private Value function(String name) throws ExpressionException {
    expect("(");
    double first = either().number();
    double second = take(",") ? either().number() : Double.NaN;
    expect(")");
    return new Value.Numeric(Functions.call(name, first, second));
  }

  private static Value literal(String text) {
    String stripped = text.strip();
    if (stripped.equals("true") || stripped.equals("false")) {
      return new Value.Truth(stripped.equals("true"));
    }
    try {
      return new Value.Numeric(Double.parseDouble(stripped));
    } catch (NumberFormatException e) {
      return new Value.Text(text);
    }
  }

  private String name() throws ExpressionException {
    int start = position;
    while (position < source.length() && Substitution.isNamePart(source.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw error("a name is missing");
    }
    return source.substring(start, position);
  }

  private double digits() throws ExpressionException {
    int start = position;
    while (position < source.length() && isNumberPart(start)) {
      position++;
    }
    try {
      return Double.parseDouble(source.substring(start, position));
    } catch (NumberFormatException e) {
      throw error("\"" + source.substring(start, position) + "\" is not a number");
    }
  }

  private boolean isNumberPart(int start) {
    char c = source.charAt(position);
    boolean exponentSign = (c == '-' || c == '+')
        && position > start
        && (source.charAt(position - 1) == 'e' || source.charAt(position - 1) == 'E');
    return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || exponentSign;
  }

  private void expect(String token) throws ExpressionException {
    if (!take(token)) {
      throw error("\"" + token + "\" is missing");
    }
  }

  private boolean take(String token) {
    skipSpace();
    if (source.startsWith(token, position)) {
      position += token.length();
      return true;
    }
    return false;
  }

  private boolean takeWord(String word) {
    skipSpace();
    int end = position + word.length();
    boolean whole = end >= source.length() || !Substitution.isNamePart(source.charAt(end));
    return whole && take(word);
  }

  private void skipSpace() {
    while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
      position++;
    }
  }

  private ExpressionException error(String problem) {
    return new ExpressionException(
        ExpressionException.Kind.SYNTAX, "expression \"" + source + "\": " + problem);
  }
}
