package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.SpeedBand;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recall of those in sight within 50 m, two messages a second, by how much of them can be seen and by how fast they are, for each class
 * and for all. Of the middle and the four corners all are free, at least three, or fewer.
 */
final class RecallStrata {
  private static final int PARTLY = 3;

  private final String family;
  private final SortedMap<String, Tally> tallies = new TreeMap<>();

  /** @param family name of the metric that is split, such as {@code perception.recall} */
  RecallStrata(String family) {
    this.family = family;
  }

  void add(ActorTruth actor, int freePoints, boolean found) {
    String occlusion = freePoints == LineOfSight.POINTS
        ? ".free"
        : freePoints >= PARTLY ? ".partlyHidden" : ".mostlyHidden";
    String speed = "." + SpeedBand.of(actor.speedMps()).label();
    for (String label : new String[] {"all", label(actor.objectClass())}) {
      tally("ByOcclusion." + label + occlusion).add(found);
      tally("BySpeed." + label + speed).add(found);
    }
  }

  private Tally tally(String name) {
    return tallies.computeIfAbsent(name, unseen -> new Tally());
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  /** Adds metrics of the strata that were there. */
  void report(Findings findings) {
    tallies.forEach((name, tally) -> findings.add(
        Metric.free(family + name, tally.share(), "1", Owner.PERCEPTION, Metric.Better.HIGHER)));
  }
}
