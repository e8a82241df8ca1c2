package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.jury.result.Tags;
import io.camber.jury.statistics.Holm;
import io.camber.jury.statistics.SignFlip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * No part of the runs may lose more than a bound, whatever the mean over all does (METRICS 14): a gain on the motorway does not pay for
 * a loss at junctions. Parts are those with sensors and with true objects, each scenario, and each tag; of a family of metrics, such as
 * recall by class and range, its members. Each part in which eight scenarios moved is asked by sign-flips, Holm corrects for their
 * number. A part that loses more, but not beyond chance, does not break the rule and is named.
 */
final class StratumRule {
  /** METRICS 14. */
  private static final double ALPHA = 0.01;

  /** With fewer scenarios that moved no sign-flip is rarer than {@value #ALPHA}: two of 2^7 are not. */
  private static final int SCENARIOS_MIN = 8;

  private static final int DRAWS = 10_000;
  private static final long SEED = 1;
  private static final int NAMED_MAX = 4;

  private StratumRule() {}

  /** One part: a metric over some pairs. */
  private record Stratum(String name, MetricPairs pairs) {
    double loss() {
      double gain = pairs.after() - pairs.before();
      return pairs.entry().better() == Metric.Better.HIGHER ? -gain : gain;
    }
  }

  /**
   * Judges a rule.
   *
   * @param metrics that it names, one or a family
   */
  static GateResult.Row judge(GateRule rule, List<String> metrics, List<Pair> pairs, Tags tags) {
    List<Stratum> strata = new ArrayList<>();
    Map<String, List<Pair>> parts = rule.isFamily() ? Map.of("", pairs) : parts(pairs, tags);
    for (String metric : metrics) {
      parts.forEach((part, some) -> MetricBook.find(metric)
          .map(entry -> new Units(some).of(metric, entry))
          .filter(one -> one.pairs() > 0)
          .ifPresent(one -> strata.add(new Stratum(rule.isFamily() ? metric : part, one))));
    }
    if (strata.isEmpty()) {
      return new GateResult.Row(
          rule.metric(), rule.text(), Verdict.INCONCLUSIVE, "no pair of runs measured it");
    }
    double[] pValues = pValues(strata);
    List<String> broken = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      if (strata.get(i).loss() > rule.bound()) {
        String text = String.format(
            Locale.ROOT,
            "%s loses %.3g (p %.2g)",
            strata.get(i).name(),
            strata.get(i).loss(),
            pValues[i]);
        (pValues[i] < ALPHA ? broken : open).add(text);
      }
    }
    return row(rule, strata.size(), broken, open);
  }

  /** Corrected for the parts that could be told at all; 1 for the others, which depends on no sign. */
  private static double[] pValues(List<Stratum> strata) {
    SignFlip signFlip = new SignFlip(DRAWS, SEED);
    int[] asked = IntStream.range(0, strata.size())
        .filter(i -> strata.get(i).pairs().scenariosMoved() >= SCENARIOS_MIN)
        .toArray();
    double[] adjusted = Holm.adjust(Arrays.stream(asked)
        .mapToDouble(i -> signFlip.pValues(new double[][] {strata.get(i).pairs().sums()})[0])
        .toArray());
    double[] pValues = new double[strata.size()];
    Arrays.fill(pValues, 1.0);
    for (int k = 0; k < asked.length; k++) {
      pValues[asked[k]] = adjusted[k];
    }
    return pValues;
  }

  private static GateResult.Row row(
      GateRule rule, int strata, List<String> broken, List<String> open) {
    if (!broken.isEmpty()) {
      return new GateResult.Row(rule.metric(), rule.text(), Verdict.WORSE, few(broken));
    }
    String detail = "in none of " + strata + " parts beyond chance"
        + (open.isEmpty() ? "" : "; within it " + few(open));
    return new GateResult.Row(rule.metric(), rule.text(), Verdict.UNCHANGED, detail);
  }

  private static String few(List<String> texts) {
    return String.join(", ", texts.subList(0, Math.min(NAMED_MAX, texts.size())))
        + (texts.size() > NAMED_MAX ? " and " + (texts.size() - NAMED_MAX) + " more" : "");
  }

  private static Map<String, List<Pair>> parts(List<Pair> pairs, Tags tags) {
    Map<String, List<Pair>> parts = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      String variant = pair.before().key().variant();
      int end = variant.indexOf(' ');
      String given = end < 0 ? variant : variant.substring(0, end);
      add(parts, "perception " + given.toLowerCase(Locale.ROOT), pair);
      add(parts, "scenario " + pair.before().key().scenario(), pair);
      for (String tag : new TreeSet<>(tags.scenarios().keySet())) {
        if (tags.has(tag, pair.before().key().scenario())) {
          add(parts, "tag " + tag, pair);
        }
      }
    }
    return parts;
  }

  private static void add(Map<String, List<Pair>> parts, String name, Pair pair) {
    parts.computeIfAbsent(name, part -> new ArrayList<>()).add(pair);
  }
}
