package io.camber.jury.suite;

import java.util.Locale;

/** A figure on a ground from green to red. */
final class Shade {
  private Shade() {}

  /**
   * The cell's content.
   *
   * @param bad from 0, as good as can be, to 1
   */
  static String of(double value, double bad, String text) {
    return Double.isNaN(value)
        ? "–"
        : String.format(
            Locale.ROOT,
            "<span class=\"shade\" style=\"background:hsl(%.0f 55%% %.0f%%)\">%s</span>",
            140.0 - 130.0 * bad,
            86.0 - 14.0 * bad,
            text);
  }
}
