package io.camber.app.timing;

import java.util.Locale;

/**
 * A row of a benchmark.
 *
 * @param bar what the figures have to clear, in words; may be empty
 */
public record Measurement(String name, Repetitions figures, String bar) {
  /** The row as people read it. */
  public String line(int decimals) {
    return String.format(Locale.ROOT, "%-40s %s   %s", name, figures.columns(decimals), bar);
  }
}
