package io.camber.evaluation.report.drawing;

import java.util.Locale;

/** Text made safe for XML and HTML, and numbers as people read them. */
public final class Markup {
  /** Rounding dust of computations. */
  private static final double NOTHING = 1e-9;

  private Markup() {}

  /** Escapes the five special characters; drops control characters that XML 1.0 does not allow. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t') {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /** Up to four significant digits, without a tail of zeros. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (size < NOTHING) {
      return "0";
    }
    if (value == Math.rint(value) && size < 1e9) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String format = size >= 1000.0
        ? "%.0f"
        : size >= 100.0 ? "%.1f" : size >= 1.0 ? "%.2f" : size >= 0.001 ? "%.3f" : "%.1e";
    return String.format(Locale.ROOT, format, value);
  }

  /** A coordinate in a drawing. */
  static String at(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
