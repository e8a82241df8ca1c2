package io.camber.evaluation.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where measures put what they found. Metrics keep the order of arrival, events are ordered by time. */
public final class Findings {
  private final List<Metric> metrics = new ArrayList<>();
  private final List<KeyEvent> events = new ArrayList<>();

  public void add(Metric metric) {
    metrics.add(metric);
  }

  public void add(KeyEvent event) {
    events.add(event);
  }

  public List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  public List<KeyEvent> events() {
    List<KeyEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(KeyEvent::timeNs));
    return List.copyOf(sorted);
  }
}
