package io.camber.jury.comparison;

import io.camber.jury.result.Repeats;
import java.util.ArrayList;
import java.util.List;

/**
 * The same scenario and seed, driven twice by one build, must come out with the same hash. Driven twice are the runs that the sweeps
 * after the change made again to keep them, and every pair when both sides are of one build and one setup. Otherwise there is nothing
 * to hold hashes against and the rule stays open.
 */
final class RepeatRule {
  private static final int NAMED_MAX = 4;

  private RepeatRule() {}

  static GateResult.Row judge(GateRule rule, List<Pair> pairs) {
    int asked = 0;
    List<String> differ = new ArrayList<>();
    for (Pair pair : pairs) {
      double again = pair.after().metric(Repeats.DIFFERS);
      boolean isSame = pair.before().made().isSame(pair.after().made());
      boolean hasHashes =
          !pair.before().hash().isEmpty() && !pair.after().hash().isEmpty();
      boolean differs =
          isSame && hasHashes && !pair.before().hash().equals(pair.after().hash());
      if (!Double.isNaN(again) || (isSame && hasHashes)) {
        asked++;
      }
      if (again > 0.0 || differs) {
        differ.add(pair.after().key().text());
      }
    }
    if (!differ.isEmpty()) {
      String more =
          differ.size() > NAMED_MAX ? " and " + (differ.size() - NAMED_MAX) + " more" : "";
      return row(
          rule,
          Verdict.WORSE,
          differ.size() + " of " + asked + " came out otherwise: "
              + String.join(", ", differ.subList(0, Math.min(NAMED_MAX, differ.size()))) + more);
    }
    return asked == 0
        ? row(rule, Verdict.INCONCLUSIVE, "nothing was driven twice by one build")
        : row(rule, Verdict.UNCHANGED, asked + " driven twice, all the same");
  }

  private static GateResult.Row row(GateRule rule, Verdict verdict, String detail) {
    return new GateResult.Row(rule.metric(), rule.text(), verdict, detail);
  }
}
