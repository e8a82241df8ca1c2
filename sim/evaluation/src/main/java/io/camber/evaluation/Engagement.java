package io.camber.evaluation;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.truth.TruthFrame;

/** When the stack drove. */
final class Engagement {
  private long engagedNs;
  private long lastNs = -1;
  private long sinceNs;
  private long firstNs = -1;
  private boolean hasEgo;
  private boolean engaged;

  void update(TruthFrame frame) {
    hasEgo = hasEgo || frame.ego().isPresent();
    if (engaged && lastNs >= 0) {
      engagedNs += frame.timeNs() - lastNs;
    }
    sinceNs = frame.egoEngaged() && !engaged ? frame.timeNs() : sinceNs;
    engaged = frame.egoEngaged();
    firstNs = engaged && firstNs < 0 ? frame.timeNs() : firstNs;
    lastNs = frame.timeNs();
  }

  boolean hasEgo() {
    return hasEgo;
  }

  boolean isEngaged() {
    return engaged;
  }

  /** True for what was measured since the stack took over and while it drives. */
  boolean covers(long timeNs) {
    return engaged && timeNs >= sinceNs;
  }

  boolean wasEngaged() {
    return firstNs >= 0;
  }

  long lastNs() {
    return Math.max(0L, lastNs);
  }

  void report(Findings findings, long endTimeNs) {
    findings.add(
        Metric.free("engagement.time", engagedNs * 1e-9, "s", Owner.SYSTEM, Metric.Better.NEITHER));
    findings.add(Metric.free(
        "engagement.duration", endTimeNs * 1e-9, "s", Owner.SYSTEM, Metric.Better.NEITHER));
    if (firstNs >= 0) {
      findings.add(new KeyEvent(firstNs, KeyEvent.Severity.INFO, "engaged", "the stack drives"));
    }
  }
}
