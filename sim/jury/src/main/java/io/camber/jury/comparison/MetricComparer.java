package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.jury.statistics.Bootstrap;
import io.camber.jury.statistics.SignFlip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Asks of every metric whether it moved. */
final class MetricComparer {
  static final double ALPHA = 0.05;

  /** With fewer scenarios that moved no sign-flip is rarer than {@value #ALPHA}: two of 2^5 are not. */
  static final int SCENARIOS_MIN = 6;

  private static final int DRAWS = 10_000;
  private static final long SEED = 1;

  private final List<Pair> pairs;
  private final Units units;
  private final Bootstrap bootstrap = new Bootstrap(DRAWS, SEED);
  private final SignFlip signFlip = new SignFlip(DRAWS, SEED);

  MetricComparer(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
    this.units = new Units(pairs);
  }

  /**
   * Every metric that has a good direction, worst first, corrected together. What could not matter even if all scenarios had moved
   * the same way is not asked about; that depends on the sizes of the differences alone, so the answers stay exact.
   */
  List<MetricChange> all() {
    SortedSet<String> names = new TreeSet<>();
    pairs.forEach(pair -> names.addAll(pair.before().metrics().keySet()));
    pairs.forEach(pair -> names.addAll(pair.after().metrics().keySet()));
    return of(names, metric -> metric.differenceMax() >= metric.entry().least()).stream()
        .sorted(Comparator.comparing((MetricChange one) -> rank(one.verdict()))
            .thenComparingDouble(MetricChange::pValue)
            .thenComparing(MetricChange::name))
        .toList();
  }

  /** These metrics, corrected together; those that no pair measured on both sides are left out. */
  List<MetricChange> of(SortedSet<String> names) {
    return of(names, metric -> true);
  }

  private List<MetricChange> of(SortedSet<String> names, Predicate<MetricPairs> matters) {
    List<MetricPairs> all = new ArrayList<>();
    for (String name : names) {
      Optional<MetricBook.Entry> entry = MetricBook.find(name);
      if (entry.isPresent() && entry.get().better() != Metric.Better.NEITHER) {
        MetricPairs metric = units.of(name, entry.get());
        if (metric.pairs() > 0) {
          all.add(metric);
        }
      }
    }
    Predicate<MetricPairs> isAsked =
        matters.and(metric -> metric.scenariosMoved() >= SCENARIOS_MIN);
    double[] asked = signFlip.pValues(
        all.stream().filter(isAsked).map(MetricPairs::sums).toArray(double[][]::new));
    List<MetricChange> changes = new ArrayList<>();
    int next = 0;
    for (MetricPairs metric : all) {
      changes.add(change(metric, isAsked.test(metric) ? asked[next++] : 1.0));
    }
    return changes;
  }

  private MetricChange change(MetricPairs metric, double pValue) {
    Bootstrap.Interval interval = interval(metric);
    return new MetricChange(
        metric.name(),
        metric.entry().unit(),
        metric.entry().owner(),
        metric.entry().better(),
        metric.pairs(),
        metric.onlyBefore(),
        metric.onlyAfter(),
        metric.before(),
        metric.after(),
        interval.mean(),
        interval.low(),
        interval.high(),
        pValue,
        metric.entry().least(),
        verdict(metric, interval, pValue));
  }

  private Bootstrap.Interval interval(MetricPairs metric) {
    double mean = metric.after() - metric.before();
    if (metric.scenariosMoved() == 0) {
      return new Bootstrap.Interval(0.0, 0.0, 0.0);
    }
    if (metric.scenarios() < SCENARIOS_MIN) {
      return new Bootstrap.Interval(mean, Double.NaN, Double.NaN);
    }
    int scenarios = metric.scenarios();
    double[] sums = new double[scenarios];
    int[] counts = new int[scenarios];
    int next = 0;
    for (int i = 0; i < metric.counts().length; i++) {
      if (metric.counts()[i] > 0) {
        sums[next] = metric.sums()[i];
        counts[next++] = metric.counts()[i];
      }
    }
    return bootstrap.mean(sums, counts);
  }

  private static Verdict verdict(MetricPairs metric, Bootstrap.Interval interval, double pValue) {
    if (metric.isIdentical()) {
      return Verdict.UNCHANGED;
    }
    boolean sure = pValue < ALPHA && (interval.low() > 0.0 || interval.high() < 0.0);
    if (!sure || Math.abs(interval.mean()) < metric.entry().least()) {
      return Verdict.INCONCLUSIVE;
    }
    boolean up = interval.mean() > 0.0;
    return up == (metric.entry().better() == Metric.Better.HIGHER) ? Verdict.BETTER : Verdict.WORSE;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case WORSE -> 0;
      case BETTER -> 1;
      case INCONCLUSIVE -> 2;
      case UNCHANGED -> 3;
    };
  }
}
