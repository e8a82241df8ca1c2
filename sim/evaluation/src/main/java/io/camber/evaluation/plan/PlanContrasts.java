package io.camber.evaluation.plan;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Planner divergence over a drive (METRICS PD): what became of the plans because the truth was not what was perceived. */
public final class PlanContrasts {
  private static final String NONE = "no plan could be made of the truth";

  /** Moments nearer than this are one and the same. */
  private static final long APART_NS = 1_000_000_000L;

  private final List<PlanContrast> moments = new ArrayList<>();

  public void add(PlanContrast moment) {
    moments.add(moment);
  }

  public int size() {
    return moments.size();
  }

  /** The moments of the greatest divergence, at least a second apart, worst first; none where nothing diverged. */
  public List<PlanContrast> worst(int count) {
    List<PlanContrast> sorted = new ArrayList<>(moments);
    sorted.sort(Comparator.comparingDouble(PlanContrast::divergenceNats).reversed());
    List<PlanContrast> worst = new ArrayList<>();
    for (PlanContrast moment : sorted) {
      boolean isNew =
          worst.stream().noneMatch(other -> Math.abs(other.timeNs() - moment.timeNs()) < APART_NS);
      if (worst.size() < count && isNew && moment.divergenceNats() > 0.0) {
        worst.add(moment);
      }
    }
    return worst;
  }

  /** Median, 95th percentile and maximum of the divergence and of the distance at each horizon. */
  public void report(Findings findings) {
    Samples nats = new Samples();
    moments.forEach(moment -> nats.add(moment.divergenceNats()));
    report(findings, "plan.divergence.", "nat", nats);
    for (int horizon : PlanContrast.HORIZONS_S) {
      Samples distance = new Samples();
      for (PlanContrast moment : moments) {
        Double there = moment.distanceM().get(horizon);
        if (there != null) {
          distance.add(there);
        }
      }
      report(findings, "plan.divergenceDistance." + horizon + "s.", "m", distance);
    }
  }

  private static void report(Findings findings, String family, String unit, Samples samples) {
    add(findings, family + "median", unit, samples.quantile(0.5));
    add(findings, family + "p95", unit, samples.quantile(0.95));
    add(findings, family + "max", unit, samples.max());
  }

  private static void add(Findings findings, String name, String unit, double value) {
    findings.add(
        Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER).because(NONE));
  }
}
