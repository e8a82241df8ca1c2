package io.camber.map.check;

import java.util.Locale;

/**
 * One place where a file breaks a rule.
 *
 * @param rule id of the rule, ASAM's where the rule is of the standard
 * @param line line of the element in the file, 0 when the rule is about the file as a whole
 * @param element name of the element, empty for the file as a whole
 */
public record Finding(
    String rule, Severity severity, String file, int line, String element, String message) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": "
        + severity.name().toLowerCase(Locale.ROOT)
        + ": " + (element.isEmpty() ? "" : "<" + element + "> ") + message + " [" + rule + "]";
  }
}
