package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.jury.result.RunKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What a change has to keep before it may be merged. */
public record Gate(String name, List<GateRule> rules) {
  public Gate {
    rules = List.copyOf(rules);
  }

  GateResult judge(List<Pair> pairs, MetricComparer comparer) {
    TreeSet<String> names = new TreeSet<>();
    rules.forEach(rule -> names.add(rule.metric()));
    List<MetricChange> changes = comparer.of(names);
    List<GateResult.Row> rows = new ArrayList<>();
    for (GateRule rule : rules) {
      Optional<MetricChange> change =
          changes.stream().filter(one -> one.name().equals(rule.metric())).findFirst();
      rows.add(change
          .map(one -> judge(rule, one, pairs))
          .orElseGet(() -> new GateResult.Row(
              rule.metric(), rule.text(), Verdict.INCONCLUSIVE, "no pair of runs measured it")));
    }
    return new GateResult(name, rows);
  }

  private static GateResult.Row judge(GateRule rule, MetricChange change, List<Pair> pairs) {
    if (rule.kind() == GateRule.Kind.NO_NEW) {
      return noNew(rule, change, pairs);
    }
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
    } else if (least >= -bound) {
      verdict = least > 0.0 ? Verdict.BETTER : Verdict.UNCHANGED;
    } else if (gain < -bound && most < 0.0) {
      verdict = Verdict.WORSE;
    } else {
      verdict = Verdict.INCONCLUSIVE;
    }
    String detail = String.format(
        Locale.ROOT,
        "%.4g to %.4g, %+.3g [%+.3g, %+.3g], p %.3g",
        change.before(),
        change.after(),
        change.difference(),
        change.low(),
        change.high(),
        change.pValue());
    return new GateResult.Row(rule.metric(), rule.text(), verdict, detail);
  }

  private static GateResult.Row noNew(GateRule rule, MetricChange change, List<Pair> pairs) {
    boolean higher = change.better() == Metric.Better.HIGHER;
    List<String> worse = new ArrayList<>();
    for (Pair pair : pairs) {
      double before = pair.before().metric(rule.metric());
      double after = pair.after().metric(rule.metric());
      if (higher ? after < before : after > before) {
        RunKey key = pair.after().key();
        worse.add(key.text());
      }
    }
    return worse.isEmpty()
        ? new GateResult.Row(
            rule.metric(), rule.text(), Verdict.UNCHANGED, "in none of " + change.pairs())
        : new GateResult.Row(
            rule.metric(), rule.text(), Verdict.WORSE, "worse in " + String.join(", ", worse));
  }
}
