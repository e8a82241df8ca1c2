package io.camber.app.agreement;

import io.camber.app.agreement.Happening.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares what happened: of each element the n-th time that it started or was over, and of each two entities the
 * n-th time that they touched or parted.
 */
final class HappeningComparison {
  /** What rounding and the order of work within a step may shift. */
  private static final double TOLERANCE_S = 0.03 + 1e-9;

  /** What both call the storyboard as a whole, which here has no name of its own. */
  private static final String STORYBOARD = "storyBoard";

  private record Kind(String element, Change change) {}

  private HappeningComparison() {}

  /** What was compared, and what of it was not alike. */
  record Result(int compared, List<Difference> differences) {}

  /**
   * Compares everything until the recording's end; what would be near to it is left out, as it may have been cut off.
   *
   * @param own with paths for names of elements
   * @param untilS the end
   */
  static Result of(List<Happening> recorded, List<Happening> own, double untilS) {
    Set<String> names = new LinkedHashSet<>();
    recorded.forEach(happening -> names.add(happening.element()));
    Map<Kind, List<Double>> there = new LinkedHashMap<>();
    recorded.forEach(each -> add(there, each.element(), each));
    Map<Kind, List<Double>> here = new LinkedHashMap<>();
    own.forEach(each -> add(here, name(each, names), each));
    // the storyboard starts with the scenario, and that is told by one of the two only
    there.remove(new Kind(STORYBOARD, Change.STARTED));
    here.remove(new Kind(STORYBOARD, Change.STARTED));
    Set<Kind> kinds = new LinkedHashSet<>(there.keySet());
    kinds.addAll(here.keySet());
    int compared = 0;
    List<Difference> differences = new ArrayList<>();
    for (Kind kind : kinds) {
      List<Double> a = there.getOrDefault(kind, List.of());
      List<Double> b = here.getOrDefault(kind, List.of());
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        OptionalDouble recordedS = at(a, i);
        OptionalDouble ownS = at(b, i);
        if (isCutOff(recordedS, ownS, untilS)) {
          continue;
        }
        compared++;
        if (!isAlike(recordedS, ownS)) {
          differences.add(new Difference(
              kind.element(), kind.change().name().toLowerCase(Locale.ROOT), recordedS, ownS));
        }
      }
    }
    return new Result(compared, differences);
  }

  private static void add(Map<Kind, List<Double>> times, String name, Happening happening) {
    times
        .computeIfAbsent(new Kind(name, happening.change()), key -> new ArrayList<>())
        .add(happening.timeS());
  }

  /** The recorded name that our path ends in, the longest if several do; else the last part of the path. */
  private static String name(Happening own, Set<String> names) {
    String path = own.element();
    if (path.isEmpty()) {
      return STORYBOARD;
    }
    Optional<String> known = names.stream()
        .filter(name -> path.equals(name) || path.endsWith("/" + name))
        .max(Comparator.comparingInt(String::length));
    return known.orElse(path.substring(path.lastIndexOf('/') + 1));
  }

  private static OptionalDouble at(List<Double> times, int index) {
    return index < times.size() ? OptionalDouble.of(times.get(index)) : OptionalDouble.empty();
  }

  private static boolean isAlike(OptionalDouble a, OptionalDouble b) {
    return a.isPresent()
        && b.isPresent()
        && Math.abs(a.getAsDouble() - b.getAsDouble()) <= TOLERANCE_S;
  }

  /** Whether one of the two may only have been missed because the recording ends. */
  private static boolean isCutOff(OptionalDouble a, OptionalDouble b, double untilS) {
    return a.isPresent() != b.isPresent() && a.orElse(b.orElse(0.0)) >= untilS - TOLERANCE_S;
  }
}
