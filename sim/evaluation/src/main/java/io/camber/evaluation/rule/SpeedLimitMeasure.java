package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import java.util.Locale;

/** Speed limit compliance (nuPlan): one minus the mean excess over 2.23 m/s; where the map is silent nothing counts. */
public final class SpeedLimitMeasure implements Measure {
  /** Five miles per hour, nuPlan's scale. */
  public static final double SCALE_MPS = 2.23;

  private int ticks;
  private int ticksOver;
  private double excessSumMps;
  private double excessMaxMps;
  private long excessMaxNs;

  @Override
  public void update(Situation situation, TimeSeries series) {
    double limit = situation.lane().speedLimitMps();
    if (Double.isInfinite(limit)) {
      return;
    }
    series.put("speedLimit", limit);
    double excess = Math.max(0.0, situation.speedMps() - limit);
    ticks++;
    ticksOver += excess > 0.0 ? 1 : 0;
    excessSumMps += excess;
    if (excess > excessMaxMps) {
      excessMaxMps = excess;
      excessMaxNs = situation.timeNs();
    }
  }

  @Override
  public void report(Findings findings) {
    boolean defined = ticks > 0;
    double score = Math.max(0.0, 1.0 - excessSumMps / (SCALE_MPS * Math.max(1, ticks)));
    findings.add(Metric.free(
        "speedLimit.score",
        defined ? score : Double.NaN,
        "1",
        Owner.PLANNING,
        Metric.Better.HIGHER));
    findings.add(Metric.free(
        "speedLimit.timeShareOver",
        defined ? (double) ticksOver / ticks : Double.NaN,
        "1",
        Owner.PLANNING,
        Metric.Better.LOWER));
    findings.add(Metric.limited(
        "speedLimit.excessMax",
        defined ? excessMaxMps : Double.NaN,
        "m/s",
        Limit.atMost(SCALE_MPS),
        Owner.PLANNING));
    if (excessMaxMps > SCALE_MPS) {
      findings.add(new KeyEvent(
          excessMaxNs,
          KeyEvent.Severity.WARNING,
          "speeding",
          String.format(Locale.ROOT, "%.1f m/s above the limit", excessMaxMps)));
    }
  }
}
