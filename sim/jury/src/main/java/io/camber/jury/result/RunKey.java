package io.camber.jury.result;

import java.util.Comparator;

/**
 * What makes two runs comparable.
 *
 * @param scenario file name without its ending
 * @param variant perception and parameters, as {@code TRUTH Ego_Speed=20}; they must agree too
 */
public record RunKey(String scenario, String variant, long seed) implements Comparable<RunKey> {
  private static final Comparator<RunKey> ORDER = Comparator.comparing(RunKey::scenario)
      .thenComparing(RunKey::variant)
      .thenComparingLong(RunKey::seed);

  @Override
  public int compareTo(RunKey other) {
    return ORDER.compare(this, other);
  }

  /** For people. */
  public String text() {
    return scenario + (variant.isEmpty() ? "" : " (" + variant + ")") + " seed " + seed;
  }
}
