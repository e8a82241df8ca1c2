package io.camber.app.sweep.plan;

import io.camber.diagnostics.InputException;

/** The seeds that each combination runs with: {@code count} of them from {@code first} on. */
public record RunSeeds(long first, long count) {
  private static final long COUNT_MAX = 1_000_000;

  public RunSeeds {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException("count=" + count + " is outside [1, " + COUNT_MAX + "]");
    }
  }

  /** Reads {@code 7} or {@code 1..20}. */
  public static RunSeeds parse(String text) {
    int dots = text.indexOf("..");
    try {
      long first = Long.parseLong((dots < 0 ? text : text.substring(0, dots)).strip());
      long last = dots < 0 ? first : Long.parseLong(text.substring(dots + 2).strip());
      return new RunSeeds(first, Math.addExact(Math.subtractExact(last, first), 1));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InputException(
          "--seeds " + text + ": write one seed, as 7, or up to " + COUNT_MAX + ", as 1..20", e);
    }
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return count == 1 ? Long.toString(first) : first + ".." + (first + count - 1);
  }
}
