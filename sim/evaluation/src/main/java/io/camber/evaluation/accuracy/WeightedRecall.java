package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.ObjectClass;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Recall of those in sight, who matters counting ten times as much as the others, by class and for all, cumulative to 50, 100 and 500 m
 * (METRICS 6.3).
 */
final class WeightedRecall {
  private static final int[] REACHES_M = {50, 100, 500};
  private static final double ASIDE = 0.1;
  private static final String ALL = "all";

  private final String family;
  private final double[][] all = new double[REACHES_M.length][2];
  private final Map<ObjectClass, double[][]> classes = new EnumMap<>(ObjectClass.class);

  WeightedRecall(String family) {
    this.family = family;
  }

  void add(ObjectClass objectClass, double rangeM, boolean matters, boolean found) {
    double[][] own =
        classes.computeIfAbsent(objectClass, unseen -> new double[REACHES_M.length][2]);
    add(own, rangeM, matters, found);
    add(all, rangeM, matters, found);
  }

  private static void add(double[][] sums, double rangeM, boolean matters, boolean found) {
    double weight = matters ? 1.0 : ASIDE;
    for (int i = 0; i < sums.length; i++) {
      if (rangeM <= REACHES_M[i]) {
        sums[i][0] += found ? weight : 0.0;
        sums[i][1] += weight;
      }
    }
  }

  /** Adds metrics: for all at any rate, of classes those that were there. */
  void report(Findings findings) {
    report(findings, ALL, all);
    classes.forEach(
        (objectClass, sums) -> report(findings, objectClass.name().toLowerCase(Locale.ROOT), sums));
  }

  private void report(Findings findings, String label, double[][] sums) {
    for (int i = 0; i < sums.length; i++) {
      if (label.equals(ALL) || sums[i][1] > 0.0) {
        findings.add(Metric.free(
                family + "." + label + "." + REACHES_M[i] + "m",
                sums[i][0] / sums[i][1],
                "1",
                Owner.PERCEPTION,
                Metric.Better.HIGHER)
            .because("nobody was in sight while the ego was on a lane"));
      }
    }
  }
}
