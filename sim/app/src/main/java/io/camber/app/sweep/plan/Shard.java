package io.camber.app.sweep.plan;

import io.camber.diagnostics.InputException;

/** One of several parts of a sweep that together are the whole: every {@code of}-th run, from 1. */
public record Shard(int number, int of) {
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("shard " + number + "/" + of + " is outside 1.." + of);
    }
  }

  /** Reads {@code 2/5}. */
  public static Shard parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      if (parts.length == 2) {
        return new Shard(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
      }
    } catch (IllegalArgumentException e) {
      throw new InputException(bad(text), e);
    }
    throw new InputException(bad(text));
  }

  private static String bad(String text) {
    return "--shard " + text + ": write I/N with I from 1 to N, as 2/5";
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return number + "/" + of;
  }

  boolean holds(long position) {
    return position % of == number - 1;
  }
}
