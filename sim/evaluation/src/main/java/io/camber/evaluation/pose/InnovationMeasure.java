package io.camber.evaluation.pose;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.evaluation.statistics.Whiteness;
import io.camber.pose.EgoPose;
import io.camber.pose.FixInnovation;

/** Whether the estimate was surprised by satellite fixes as often as it ought to be, and never twice by the same. */
public final class InnovationMeasure {
  private static final int LAGS = 10;

  /** Fewer say nothing about ten lags. */
  private static final int COUNT_MIN = 50;

  private final Samples x = new Samples();
  private final Samples y = new Samples();
  private final Samples squares = new Samples();
  private long newestNs = Long.MIN_VALUE;

  /** Takes in an estimate; only the first one after a fix tells something new. */
  public void update(EgoPose pose) {
    if (pose.innovation().isEmpty()) {
      return;
    }
    FixInnovation innovation = pose.innovation().get();
    if (innovation.fixNs() > newestNs) {
      newestNs = innovation.fixNs();
      x.add(innovation.x());
      y.add(innovation.y());
      squares.add(innovation.x() * innovation.x() + innovation.y() * innovation.y());
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    boolean isEnough = x.size() >= COUNT_MIN;
    double lag1 = isEnough ? greaterOf(correlation(x), correlation(y)) : Double.NaN;
    double q = isEnough
        ? Whiteness.ljungBox(x.toArray(), LAGS) + Whiteness.ljungBox(y.toArray(), LAGS)
        : Double.NaN;
    String none = x.size() + " satellite fixes were weighed, which is fewer than " + COUNT_MIN;
    add(findings, "localization.innovation.nis", isEnough ? squares.mean() : Double.NaN, none);
    add(findings, "localization.innovation.lag1", lag1, none);
    add(findings, "localization.innovation.ljungBox", q, none);
    add(
        findings,
        "localization.innovation.whiteP",
        Double.isNaN(q) ? q : Whiteness.chiSquareTail(q, 2 * LAGS),
        none);
  }

  private static double correlation(Samples samples) {
    return Whiteness.correlation(samples.toArray(), 1);
  }

  private static double greaterOf(double a, double b) {
    return Math.abs(a) >= Math.abs(b) ? a : b;
  }

  private static void add(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.LOCALIZATION, Metric.Better.NEITHER).because(none));
  }
}
