package io.camber.evaluation.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.HealthReport;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import org.junit.jupiter.api.Test;

final class NodeFailureMeasureTest {
  private final NodeFailureMeasure measure = new NodeFailureMeasure();

  @Test
  void aNodeThatFailedBreaksAHardLimitOnce() {
    measure.update(report(1, "tracking", HealthReport.Level.ERROR, "node-failed"));
    measure.update(report(2, "tracking", HealthReport.Level.ERROR, "node-failed"));
    measure.update(report(3, "planning", HealthReport.Level.ERROR, "node-failed"));

    Findings findings = findings();
    Metric failures = findings.metrics().get(0);
    assertThat(failures.value()).hasValue(2.0);
    assertThat(failures.limit()).hasValueSatisfying(limit -> {
      assertThat(limit.hard()).isTrue();
      assertThat(limit.allows(2.0)).isFalse();
    });
    assertThat(findings.events())
        .extracting(event -> event.timeNs() + " " + event.detail())
        .containsExactly("1 node tracking failed: why", "3 node planning failed: why");
  }

  @Test
  void whatNodesOnlyComplainOfIsNoFailure() {
    measure.update(report(1, "tracking", HealthReport.Level.WARN, "node-failed"));
    measure.update(report(2, "tracking", HealthReport.Level.ERROR, "late"));

    assertThat(findings().metrics().get(0).value()).hasValue(0.0);
  }

  private Findings findings() {
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static HealthReport report(
      long timeNs, String node, HealthReport.Level level, String code) {
    return new HealthReport(timeNs, node, level, code, "why");
  }
}
