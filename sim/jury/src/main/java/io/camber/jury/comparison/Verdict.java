package io.camber.jury.comparison;

import java.util.Locale;

/** What may be said of a change. */
public enum Verdict {
  BETTER,
  WORSE,
  /** Equal to the last bit in every pair. */
  UNCHANGED,
  /** There is a difference, but it is too small or too uncertain to speak of. */
  INCONCLUSIVE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
