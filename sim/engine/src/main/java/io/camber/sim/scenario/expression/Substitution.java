package io.camber.sim.scenario.expression;

/** Replaces parameter references and expressions in an attribute's text. */
public final class Substitution {
  private Substitution() {}

  /** The text with <code>${...}</code> evaluated and a leading {@code $name} looked up. */
  public static String apply(String raw, Scope scope) throws ExpressionException {
    String text = raw.strip();
    if (text.indexOf('$') < 0) {
      return raw;
    }
    if (text.startsWith("${") && text.endsWith("}") && text.indexOf("${", 2) < 0) {
      return Formula.evaluate(text.substring(2, text.length() - 1), scope).text();
    }
    if (text.startsWith("$") && isName(text.substring(1))) {
      return lookUp(text.substring(1), scope);
    }
    return embedded(text, scope);
  }

  private static String embedded(String text, Scope scope) throws ExpressionException {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '$') {
        result.append(c);
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == '{') {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw new ExpressionException(
              ExpressionException.Kind.SYNTAX, "\"" + text + "\" lacks a closing brace");
        }
        result.append(Formula.evaluate(text.substring(i + 2, end), scope).text());
        i = end + 1;
      } else {
        int end = i + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
          end++;
        }
        result.append(lookUp(text.substring(i + 1, end), scope));
        i = end;
      }
    }
    return result.toString();
  }

  static String lookUp(String name, Scope scope) throws ExpressionException {
    return scope
        .find(name)
        .orElseThrow(() -> new ExpressionException(
            ExpressionException.Kind.UNDECLARED,
            "parameter $" + name + " is not declared" + Suggestion.among(name, scope.names())))
        .text();
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isNamePart((char) c));
  }
}
