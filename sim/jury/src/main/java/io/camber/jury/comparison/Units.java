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

  MetricPairs of(String name, MetricBook.Entry entry) {
    double[] sums = new double[count];
    int[] counts = new int[count];
    double before = 0.0;
    double after = 0.0;
    int both = 0;
    int onlyBefore = 0;
    int onlyAfter = 0;
    boolean identical = true;
    for (int i = 0; i < unitOfPair.length; i++) {
      double a = pairs.get(i).before().metric(name);
      double b = pairs.get(i).after().metric(name);
      if (Double.isNaN(a) || Double.isNaN(b)) {
        onlyBefore += Double.isNaN(a) ? 0 : 1;
        onlyAfter += Double.isNaN(b) ? 0 : 1;
      } else {
        sums[unitOfPair[i]] += b - a;
        counts[unitOfPair[i]]++;
        before += a;
        after += b;
        both++;
        identical &= a == b;
      }
    }
    return new MetricPairs(
        entry,
        name,
        sums,
        counts,
        before / both,
        after / both,
        onlyBefore,
        onlyAfter,
        identical && onlyBefore + onlyAfter == 0);
  }
}
