package io.camber.evaluation;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.judgement.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns findings into an outcome. A drive passes when no hard limit is broken: at-fault collision, off-road, red light, a hard
 * intervention, stuck where progress is required. Collisions that are not the ego's fault are reported and do not fail it.
 */
final class Verdict {
  private Verdict() {}

  static Judgement of(
      Findings findings, TimeSeries series, Engagement engagement, boolean hasCommand) {
    if (!engagement.hasEgo()) {
      return judgement(Outcome.INVALID, "the scenario has no ego to judge", findings, series);
    }
    if (!engagement.wasEngaged()) {
      return hasCommand
          ? judgement(
              Outcome.INVALID, "the storyboard never handed over to the stack", findings, series)
          : judgement(Outcome.FAIL, "the stack never engaged: no command", findings, series);
    }
    Optional<KeyEvent> first = findings.events().stream()
        .filter(event -> event.severity() == KeyEvent.Severity.HARD)
        .findFirst();
    if (first.isPresent()) {
      String reason = String.format(
          Locale.ROOT,
          "%s at %.2f s: %s",
          first.get().kind(),
          first.get().timeNs() * 1e-9,
          first.get().detail());
      return judgement(Outcome.FAIL, reason, findings, series);
    }
    List<Metric> broken = findings.metrics().stream()
        .filter(metric -> metric.isHard() && !metric.isWithinLimit())
        .toList();
    if (!broken.isEmpty()) {
      return judgement(
          Outcome.FAIL, broken.get(0).name() + " is beyond its limit", findings, series);
    }
    return judgement(Outcome.PASS, "no hard limit broken", findings, series);
  }

  private static Judgement judgement(
      Outcome outcome, String reason, Findings findings, TimeSeries series) {
    return new Judgement(outcome, reason, findings.metrics(), findings.events(), series);
  }
}
