package io.camber.app.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Known words near a mistyped one. */
public final class Suggestions {
  private static final int SUGGESTIONS_MAX = 3;

  private Suggestions() {}

  /** At most three candidates within two edits, or a third of the word's length, nearest first. */
  public static List<String> near(String typed, Collection<String> candidates) {
    int edits = Math.max(2, typed.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(typed, candidate) <= edits)
        .sorted(Comparator.<String>comparingInt(candidate -> distance(typed, candidate))
            .thenComparing(Comparator.naturalOrder()))
        .limit(SUGGESTIONS_MAX)
        .toList();
  }

  /** A line to put under an error, or nothing. */
  public static String hint(String typed, Collection<String> candidates) {
    List<String> near = near(typed, candidates);
    return near.isEmpty() ? "" : "\n  did you mean: " + String.join(", ", near) + "?";
  }

  /** Levenshtein distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
