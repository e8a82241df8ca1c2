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
 * number. A part that loses more, but not beyond chance, does not break the rule and is named. A part that loses more and could not be
 * asked leaves the rule open, and so do figures that are there no more.
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
    boolean isAsked() {
      return pairs.scenariosMoved() >= SCENARIOS_MIN;
    }

    double loss() {
      double gain = pairs.after() - pairs.before();
      return pairs.entry().better() == Metric.Better.HIGHER ? -gain : gain;
    }
  }

  /** Parts that lose more than the bound. */
  private static final class Losses {
    private final List<String> broken = new ArrayList<>();
    private final List<String> withinChance = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();

    void add(Stratum part, double pValue) {
      String text = String.format(Locale.ROOT, "%s loses %.3g", part.name(), part.loss());
      if (!part.isAsked()) {
        unasked.add(text);
      } else {
        (pValue < ALPHA ? broken : withinChance)
            .add(text + String.format(Locale.ROOT, " (p %.2g)", pValue));
      }
    }

    GateResult.Row row(GateRule rule, int parts, List<String> gone) {
      if (!broken.isEmpty()) {
        return new GateResult.Row(rule.metric(), rule.text(), Verdict.WORSE, few(broken));
      }
      boolean open = !unasked.isEmpty() || !gone.isEmpty();
      String detail = "in none of " + parts + " parts beyond chance"
          + (withinChance.isEmpty() ? "" : "; within it " + few(withinChance))
          + (unasked.isEmpty()
              ? ""
              : "; fewer than " + SCENARIOS_MIN + " scenarios moved, so not asked: " + few(unasked))
          + (gone.isEmpty() ? "" : "; measured before only: " + few(gone));
      return new GateResult.Row(
          rule.metric(), rule.text(), open ? Verdict.INCONCLUSIVE : Verdict.UNCHANGED, detail);
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
    Losses losses = new Losses();
    for (int i = 0; i < pValues.length; i++) {
      if (strata.get(i).loss() > rule.bound()) {
        losses.add(strata.get(i), pValues[i]);
      }
    }
    return losses.row(rule, strata.size(), gone(metrics, pairs));
  }

  /** Metrics that pairs measured before only, and in how many; those are in no part. */
  private static List<String> gone(List<String> metrics, List<Pair> pairs) {
    List<String> gone = new ArrayList<>();
    for (String metric : metrics) {
      long count = pairs.stream().filter(pair -> pair.isGone(metric)).count();
      if (count > 0) {
        gone.add(metric + " in " + count);
      }
    }
    return gone;
  }

  /** Corrected for the parts that could be told at all; 1 for the others, which depends on no sign. */
  private static double[] pValues(List<Stratum> strata) {
    SignFlip signFlip = new SignFlip(DRAWS, SEED);
    int[] asked =
        IntStream.range(0, strata.size()).filter(i -> strata.get(i).isAsked()).toArray();
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
