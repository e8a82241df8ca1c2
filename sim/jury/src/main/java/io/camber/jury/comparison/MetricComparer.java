package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.jury.statistics.Bootstrap;
import io.camber.jury.statistics.Holm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks of every metric whether it moved. */
final class MetricComparer {
  static final double ALPHA = 0.05;

  private static final int RESAMPLES = 2000;
  private static final long SEED = 1;

  private final List<Pair> pairs;
  private final Bootstrap bootstrap = new Bootstrap(RESAMPLES, SEED);

  MetricComparer(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** A metric before correction. */
  private record Raw(
      MetricBook.Entry entry,
      String name,
      int pairs,
      double before,
      double after,
      Bootstrap.Interval interval,
      boolean identical) {}

  /** Every metric that has a good direction, worst first, corrected together. */
  List<MetricChange> all() {
    SortedSet<String> names = new TreeSet<>();
    pairs.forEach(pair -> names.addAll(pair.before().metrics().keySet()));
    return of(names).stream()
        .sorted(Comparator.comparing((MetricChange one) -> rank(one.verdict()))
            .thenComparingDouble(MetricChange::pValue)
            .thenComparing(MetricChange::name))
        .toList();
  }

  /** These metrics, corrected together; those that no pair measured on both sides are left out. */
  List<MetricChange> of(SortedSet<String> names) {
    List<Raw> raws = new ArrayList<>();
    for (String name : names) {
      Optional<MetricBook.Entry> entry = MetricBook.find(name);
      if (entry.isPresent() && entry.get().better() != Metric.Better.NEITHER) {
        raw(name, entry.get()).ifPresent(raws::add);
      }
    }
    double[] moved = raws.stream()
        .filter(raw -> !raw.identical())
        .mapToDouble(raw -> raw.interval().pValue())
        .toArray();
    double[] adjusted = Holm.adjust(moved);
    List<MetricChange> changes = new ArrayList<>();
    int next = 0;
    for (Raw raw : raws) {
      changes.add(change(raw, raw.identical() ? 1.0 : adjusted[next++]));
    }
    return changes;
  }

  private Optional<Raw> raw(String name, MetricBook.Entry entry) {
    Map<String, List<Double>> byScenario = new LinkedHashMap<>();
    double before = 0.0;
    double after = 0.0;
    int count = 0;
    boolean identical = true;
    for (Pair pair : pairs) {
      double a = pair.before().metric(name);
      double b = pair.after().metric(name);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        byScenario
            .computeIfAbsent(pair.before().key().scenario(), scenario -> new ArrayList<>())
            .add(b - a);
        before += a;
        after += b;
        count++;
        identical &= a == b;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    double[][] differences = byScenario.values().stream()
        .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
    Bootstrap.Interval interval =
        identical ? new Bootstrap.Interval(0.0, 0.0, 0.0, 1.0) : bootstrap.mean(byRun(differences));
    return Optional.of(
        new Raw(entry, name, count, before / count, after / count, interval, identical));
  }

  /** With one scenario alone, its seeds are all there is to draw from. */
  private static double[][] byRun(double[][] differences) {
    if (differences.length > 1) {
      return differences;
    }
    return Arrays.stream(differences[0])
        .mapToObj(difference -> new double[] {difference})
        .toArray(double[][]::new);
  }

  private static MetricChange change(Raw raw, double pValue) {
    Bootstrap.Interval interval = raw.interval();
    return new MetricChange(
        raw.name(),
        raw.entry().unit(),
        raw.entry().owner(),
        raw.entry().better(),
        raw.pairs(),
        raw.before(),
        raw.after(),
        interval.mean(),
        interval.low(),
        interval.high(),
        pValue,
        raw.entry().least(),
        verdict(raw, pValue));
  }

  private static Verdict verdict(Raw raw, double pValue) {
    if (raw.identical()) {
      return Verdict.UNCHANGED;
    }
    Bootstrap.Interval interval = raw.interval();
    boolean sure = pValue < ALPHA && (interval.low() > 0.0 || interval.high() < 0.0);
    if (!sure || Math.abs(interval.mean()) < raw.entry().least()) {
      return Verdict.INCONCLUSIVE;
    }
    boolean up = interval.mean() > 0.0;
    return up == (raw.entry().better() == Metric.Better.HIGHER) ? Verdict.BETTER : Verdict.WORSE;
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
