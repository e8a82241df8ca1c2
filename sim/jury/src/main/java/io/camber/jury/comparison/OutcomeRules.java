package io.camber.jury.comparison;

import io.camber.jury.statistics.McNemar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What every gate asks besides its rules: a run that ends in an error has no figures, so no rule of a metric would see it, and the
 * more runs broke the fewer would be judged.
 */
final class OutcomeRules {
  private static final int NAMED_MAX = 5;

  private OutcomeRules() {}

  static List<GateResult.Row> judge(List<Pair> pairs) {
    return List.of(lost(pairs), broken(pairs));
  }

  private static GateResult.Row lost(List<Pair> pairs) {
    List<Pair> lost = pairs.stream().filter(Pair::isLost).toList();
    return new GateResult.Row(
        "outcome",
        "no run may newly end in an error or make no scenario",
        lost.isEmpty() ? Verdict.UNCHANGED : Verdict.WORSE,
        lost.isEmpty() ? "in none of " + pairs.size() : named(lost));
  }

  private static GateResult.Row broken(List<Pair> pairs) {
    int broken = (int) pairs.stream().filter(Pair::isBroken).count();
    int fixed = (int) pairs.stream().filter(Pair::isFixed).count();
    double p = McNemar.pValue(new Units(pairs).splits());
    boolean worse = broken > fixed && p < MetricComparer.ALPHA;
    return new GateResult.Row(
        "outcome",
        "no more runs may break than chance explains",
        worse ? Verdict.WORSE : Verdict.UNCHANGED,
        String.format(
            Locale.ROOT, "%d broken, %d fixed, McNemar over scenarios p = %.3g", broken, fixed, p));
  }

  private static String named(List<Pair> lost) {
    List<String> names = new ArrayList<>();
    lost.stream()
        .limit(NAMED_MAX)
        .forEach(
            pair -> names.add(pair.after().key().text() + ": " + pair.after().reason()));
    return lost.size() + ": " + String.join("; ", names) + (lost.size() > NAMED_MAX ? "; ..." : "");
  }
}
