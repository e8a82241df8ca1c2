package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Owner;
import io.camber.jury.result.RunSet;
import io.camber.jury.statistics.McNemar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What changed between two sets of runs of the same scenarios and seeds. Behaviour comes first: equal hashes are equal drives, and
 * then nothing else needs to be asked.
 *
 * @param metrics worst first
 * @param gate empty when there was none to pass
 */
public record Comparison(
    String before,
    String after,
    List<Pair> pairs,
    List<MetricChange> metrics,
    Optional<GateResult> gate) {
  public Comparison {
    pairs = List.copyOf(pairs);
    metrics = List.copyOf(metrics);
  }

  /**
   * Compares.
   *
   * @param intersection whether runs of one side alone are left out instead of refused
   */
  public static Comparison of(
      RunSet before, RunSet after, Optional<Gate> gate, boolean intersection) {
    List<Pair> pairs = Pairing.of(before, after, intersection);
    MetricComparer comparer = new MetricComparer(pairs);
    return new Comparison(
        before.name(),
        after.name(),
        pairs,
        comparer.all(),
        gate.map(one -> one.judge(pairs, after.tags(), comparer)));
  }

  public List<Pair> changed() {
    return pairs.stream().filter(Pair::isChanged).toList();
  }

  public List<Pair> fixed() {
    return pairs.stream().filter(Pair::isFixed).toList();
  }

  public List<Pair> broken() {
    return pairs.stream().filter(Pair::isBroken).toList();
  }

  /** Setups that differ, each with how many pairs have it, such as {@code 24 pairs: as shipped before, planner=IDM after}. */
  public List<String> setups() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Pair pair : pairs) {
      if (!pair.before().made().setup().equals(pair.after().made().setup())) {
        String text =
            pair.before().made().text() + " before, " + pair.after().made().text() + " after";
        counts.merge(text, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(one -> one.getValue() + (one.getValue() == 1 ? " pair: " : " pairs: ") + one.getKey())
        .toList();
  }

  /** Runs that came to a judged end before and no longer do. */
  public List<Pair> lost() {
    return pairs.stream().filter(Pair::isLost).toList();
  }

  /** McNemar's probability of so uneven a split of passes, each scenario with all its seeds. */
  public double outcomePValue() {
    return McNemar.pValue(new Units(pairs).splits());
  }

  public List<MetricChange> of(Verdict verdict) {
    return metrics.stream().filter(metric -> metric.verdict() == verdict).toList();
  }

  /** Worse metrics by the component that answers for them. */
  public Map<Owner, List<MetricChange>> worseByOwner() {
    Map<Owner, List<MetricChange>> owners = new EnumMap<>(Owner.class);
    of(Verdict.WORSE)
        .forEach(metric ->
            owners.computeIfAbsent(metric.owner(), owner -> new ArrayList<>()).add(metric));
    return owners;
  }

  /** With a gate its word; else worse when runs broke beyond chance or a metric got worse. */
  public Verdict verdict() {
    if (gate.isPresent()) {
      return gate.get().verdict();
    }
    if (changed().isEmpty()) {
      return Verdict.UNCHANGED;
    }
    boolean significant = outcomePValue() < MetricComparer.ALPHA;
    if ((significant && broken().size() > fixed().size()) || !of(Verdict.WORSE).isEmpty()) {
      return Verdict.WORSE;
    }
    boolean better = significant || !of(Verdict.BETTER).isEmpty();
    return better && broken().isEmpty() ? Verdict.BETTER : Verdict.INCONCLUSIVE;
  }
}
