package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.jury.result.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a change has to keep before it may be merged. */
public record Gate(String name, List<GateRule> rules) {
  public Gate {
    rules = List.copyOf(rules);
  }

  GateResult judge(List<Pair> pairs, Tags tags, MetricComparer comparer) {
    SortedSet<String> measured = new TreeSet<>();
    for (Pair pair : pairs) {
      measured.addAll(pair.before().metrics().keySet());
      measured.addAll(pair.after().metrics().keySet());
    }
    SortedSet<String> bounded = new TreeSet<>();
    rules.stream().filter(Gate::boundsMean).forEach(rule -> bounded.addAll(rule.among(measured)));
    List<MetricChange> changes = comparer.of(bounded);
    List<GateResult.Row> rows = new ArrayList<>(OutcomeRules.judge(pairs));
    for (GateRule rule : rules) {
      List<String> names = rule.among(measured);
      if (rule.kind() == GateRule.Kind.DETERMINISM) {
        rows.add(RepeatRule.judge(rule, pairs));
      } else if (rule.kind() == GateRule.Kind.MAX_STRATUM_LOSS) {
        rows.add(StratumRule.judge(rule, names, pairs, tags));
      } else if (names.isEmpty()) {
        rows.add(unmeasured(rule));
      } else {
        names.forEach(name -> rows.add(
            boundsMean(rule) ? mean(rule.of(name), changes, pairs) : noNew(rule.of(name), pairs)));
      }
    }
    return new GateResult(name, rows);
  }

  private static boolean boundsMean(GateRule rule) {
    return rule.kind() == GateRule.Kind.MAX_LOSS || rule.kind() == GateRule.Kind.MAX_LOSS_SHARE;
  }

  /** A mean is of pairs with both figures: what keeps it says nothing of those that lost theirs. */
  private static GateResult.Row mean(GateRule rule, List<MetricChange> changes, List<Pair> pairs) {
    long gone = pairs.stream().filter(pair -> pair.isGone(rule.metric())).count();
    return changes.stream()
        .filter(one -> one.name().equals(rule.metric()))
        .findFirst()
        .map(one -> judge(rule, one, gone))
        .orElseGet(() -> unmeasured(rule));
  }

  private static GateResult.Row unmeasured(GateRule rule) {
    return new GateResult.Row(
        rule.metric(), rule.text(), Verdict.INCONCLUSIVE, "no pair of runs measured it");
  }

  private static GateResult.Row judge(GateRule rule, MetricChange change, long gone) {
    double sign = change.better() == Metric.Better.HIGHER ? 1.0 : -1.0;
    double bound = rule.kind() == GateRule.Kind.MAX_LOSS
        ? rule.bound()
        : rule.bound() * Math.abs(change.before());
    // gains are positive from here on, whichever way the metric runs
    double gain = sign * change.difference();
    double least = Math.min(sign * change.low(), sign * change.high());
    double most = Math.max(sign * change.low(), sign * change.high());
    Verdict verdict;
    if (change.verdict() == Verdict.UNCHANGED) {
      verdict = Verdict.UNCHANGED;
    } else if (gain < -bound && most < 0.0 && change.pValue() < MetricComparer.ALPHA) {
      verdict = Verdict.WORSE;
    } else if (least >= -bound && gone == 0) {
      verdict = least > 0.0 ? Verdict.BETTER : Verdict.UNCHANGED;
    } else {
      verdict = Verdict.INCONCLUSIVE;
    }
    String detail = String.format(
        Locale.ROOT,
        "%.4g to %.4g, %+.3g (%s), p %.3g%s%s",
        change.before(),
        change.after(),
        change.difference(),
        Numbers.interval(change),
        change.pValue(),
        Numbers.oneSided(change),
        gone == 0 ? "" : "; " + gone + " measured before only");
    return new GateResult.Row(rule.metric(), rule.text(), verdict, detail);
  }

  /** Absent counts as no event where fewer is better: one that was not measured before is new. Otherwise it leaves the rule open. */
  private static GateResult.Row noNew(GateRule rule, List<Pair> pairs) {
    boolean higher = rule.better() == Metric.Better.HIGHER;
    List<String> worse = new ArrayList<>();
    int measured = 0;
    int open = 0;
    for (Pair pair : pairs) {
      double before = pair.before().metric(rule.metric());
      double after = pair.after().metric(rule.metric());
      if (Double.isNaN(before) && !Double.isNaN(after) && !higher) {
        before = 0.0;
      }
      if (Double.isNaN(before) != Double.isNaN(after)) {
        open += pair.isLost() ? 0 : 1;
      }
      measured += Double.isNaN(before) || Double.isNaN(after) ? 0 : 1;
      if (higher ? after < before : after > before) {
        worse.add(pair.after().key().text());
      }
    }
    Verdict verdict = !worse.isEmpty()
        ? Verdict.WORSE
        : open > 0 || measured == 0 ? Verdict.INCONCLUSIVE : Verdict.UNCHANGED;
    String detail = worse.isEmpty()
        ? "in none of " + measured + (open > 0 ? "; " + open + " measured on one side only" : "")
        : "worse in " + String.join(", ", worse);
    return new GateResult.Row(rule.metric(), rule.text(), verdict, detail);
  }
}
