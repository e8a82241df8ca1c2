package io.camber.map.export;

import java.util.Locale;

/** JSON as text, as far as exports need it. */
final class JsonText {
  private JsonText() {}

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** A finite number with so many digits behind the point, without trailing zeros; null for others. */
  static String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    String shorter = text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
    return shorter.equals("-0") ? "0" : shorter;
  }
}
