package io.camber.sim.scenario.expression;

import java.util.List;
import java.util.Locale;

/** Proposes the nearest known name for a misspelt one. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code "; did you mean X?"}, or nothing when no name is near. */
  public static String among(String wrong, List<String> known) {
    String best = "";
    int bestDistance = Math.max(2, wrong.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = name;
      }
    }
    return best.isEmpty() ? "" : "; did you mean " + best + "?";
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
