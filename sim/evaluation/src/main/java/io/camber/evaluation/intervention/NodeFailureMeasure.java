package io.camber.evaluation.intervention;

import io.camber.bus.HealthReport;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Nodes of the stack that threw and were silent from then on. A car that stands still behind a dead tracker hurts nobody, so
 * nothing else in a drive need show it.
 */
public final class NodeFailureMeasure {
  private static final String FAILED = "node-failed";

  private final TreeSet<String> nodes = new TreeSet<>();
  private final List<KeyEvent> events = new ArrayList<>();

  /** Takes in what a node says of itself. */
  public void update(HealthReport report) {
    if (report.level() == HealthReport.Level.ERROR
        && report.code().equals(FAILED)
        && nodes.add(report.node())) {
      events.add(new KeyEvent(
          report.timeNs(),
          KeyEvent.Severity.HARD,
          FAILED,
          "node " + report.node() + " failed: " + report.detail()));
    }
  }

  /** Adds the metric and an event for each node. */
  public void report(Findings findings) {
    findings.add(
        Metric.limited("system.nodeFailures", nodes.size(), "1", Limit.never(), Owner.SYSTEM));
    events.forEach(findings::add);
  }
}
