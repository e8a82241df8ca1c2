package io.camber.jury.comparison;

import io.camber.diagnostics.InputException;
import io.camber.jury.result.RunKey;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the runs that belong together. */
final class Pairing {
  private static final int NAMED_MAX = 3;

  private Pairing() {}

  /**
   * Pairs of equal key.
   *
   * @param intersection whether runs of one side alone are left out instead of refused
   */
  static List<Pair> of(RunSet before, RunSet after, boolean intersection) {
    SortedSet<RunKey> common = new TreeSet<>(before.runs().keySet());
    common.retainAll(after.runs().keySet());
    SortedSet<RunKey> onlyBefore = new TreeSet<>(before.runs().keySet());
    onlyBefore.removeAll(common);
    SortedSet<RunKey> onlyAfter = new TreeSet<>(after.runs().keySet());
    onlyAfter.removeAll(common);
    if (common.isEmpty()) {
      throw new InputException(before.name() + " and " + after.name()
          + " have no scenario and seed in common: " + few(onlyBefore) + " against "
          + few(onlyAfter));
    }
    if (!intersection && !(onlyBefore.isEmpty() && onlyAfter.isEmpty())) {
      throw new InputException("the runs differ: " + only(before.name(), onlyBefore)
          + only(after.name(), onlyAfter) + common.size()
          + " are in both; compare these alone with --intersection");
    }
    List<Pair> pairs = new ArrayList<>();
    for (RunKey key : common) {
      RunRecord first = java.util.Objects.requireNonNull(before.runs().get(key));
      RunRecord second = java.util.Objects.requireNonNull(after.runs().get(key));
      if (!first.made().isAsLongAs(second.made())) {
        throw new InputException(key.text() + " may last " + first.made().untilS() + " s in "
            + before.name() + " and " + second.made().untilS() + " s in " + after.name()
            + ": ways and counts of drives of different length do not compare; make one of them"
            + " again with the other's --until");
      }
      pairs.add(new Pair(first, second));
    }
    return pairs;
  }

  private static String only(String name, SortedSet<RunKey> keys) {
    return keys.isEmpty() ? "" : keys.size() + " only in " + name + " (" + few(keys) + "), ";
  }

  private static String few(SortedSet<RunKey> keys) {
    List<String> names = keys.stream().limit(NAMED_MAX).map(RunKey::text).toList();
    return String.join(", ", names) + (keys.size() > NAMED_MAX ? ", ..." : "");
  }
}
