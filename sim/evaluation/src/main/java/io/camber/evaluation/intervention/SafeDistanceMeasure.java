package io.camber.evaluation.intervention;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Lead;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the car ahead was from the longitudinal safe distance of Responsibility-Sensitive Safety. */
public final class SafeDistanceMeasure implements Measure {
  private static final SortedMap<String, Double> PERCENTILES =
      new TreeMap<>(Map.of("p01", 0.01, "p05", 0.05, "p50", 0.50));

  private final Set<String> touched;
  private final Samples margins = new Samples();
  private int below;

  /** @param touched actors already hit; a live view */
  public SafeDistanceMeasure(Set<String> touched) {
    this.touched = touched;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Lead lead = situation.lead().orElse(null);
    if (lead != null && !touched.contains(lead.actor().name())) {
      double margin = lead.clearanceM() - SafeDistance.toM(lead, situation);
      margins.add(margin);
      below += margin < 0.0 ? 1 : 0;
      series.put("safeDistanceMargin", margin);
    }
  }

  @Override
  public void report(Findings findings) {
    String none = "nobody was ahead in the ego's lane";
    findings.add(
        Metric.free("rss.marginMin", margins.min(), "m", Owner.PLANNING, Metric.Better.HIGHER)
            .because(none));
    for (Map.Entry<String, Double> each : PERCENTILES.entrySet()) {
      double value = margins.quantile(each.getValue());
      findings.add(Metric.free(
              "rss.margin." + each.getKey(), value, "m", Owner.PLANNING, Metric.Better.HIGHER)
          .because(none));
    }
    double share = margins.size() == 0 ? Double.NaN : (double) below / margins.size();
    findings.add(Metric.free("rss.shareBelow", share, "1", Owner.PLANNING, Metric.Better.LOWER)
        .because(none));
  }
}
