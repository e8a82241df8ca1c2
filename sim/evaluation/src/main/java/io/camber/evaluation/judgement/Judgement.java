package io.camber.evaluation.judgement;

import java.util.List;
import java.util.Optional;

/**
 * What the jury says about a drive.
 *
 * @param reason one line for people; for FAIL the first broken hard limit
 * @param events in order of time
 */
public record Judgement(
    Outcome outcome,
    String reason,
    List<Metric> metrics,
    List<KeyEvent> events,
    TimeSeries series) {
  public Judgement {
    metrics = List.copyOf(metrics);
    events = List.copyOf(events);
  }

  public Optional<Metric> findMetric(String name) {
    return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  /** The verdict on a run that the tool itself could not finish. */
  public static Judgement error(String reason) {
    return new Judgement(Outcome.ERROR, reason, List.of(), List.of(), new TimeSeries());
  }
}
