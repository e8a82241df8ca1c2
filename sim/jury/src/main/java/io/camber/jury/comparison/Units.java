package io.camber.jury.comparison;

import io.camber.evaluation.judgement.MetricBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is drawn and flipped whole: a scenario with all its seeds. With one scenario alone its runs are all there is to draw from, and
 * what is concluded holds for that scenario.
 */
final class Units {
  private final List<Pair> pairs;
  private final int[] unitOfPair;
  private final int count;

  Units(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
    long scenarios =
        pairs.stream().map(pair -> pair.before().key().scenario()).distinct().count();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    unitOfPair = new int[pairs.size()];
    for (int i = 0; i < unitOfPair.length; i++) {
      String unit = scenarios > 1 ? pairs.get(i).before().key().scenario() : "run " + i;
      int next = numbers.size();
      unitOfPair[i] = numbers.computeIfAbsent(unit, name -> next);
    }
    count = numbers.size();
  }

  /** Of each unit, pairs that are fixed less those that are broken. */
  int[] splits() {
    int[] splits = new int[count];
    for (int i = 0; i < unitOfPair.length; i++) {
      Pair pair = pairs.get(i);
      splits[unitOfPair[i]] += (pair.isFixed() ? 1 : 0) - (pair.isBroken() ? 1 : 0);
    }
    return splits;
  }

  MetricPairs of(String name, MetricBook.Entry entry) {
    MetricPairs metric = new MetricPairs(entry, name, count);
    for (int i = 0; i < unitOfPair.length; i++) {
      Pair pair = pairs.get(i);
      metric.add(unitOfPair[i], pair.before().metric(name), pair.after().metric(name));
    }
    return metric;
  }
}
