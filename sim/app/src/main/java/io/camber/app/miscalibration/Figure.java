package io.camber.app.miscalibration;

import io.camber.app.simulation.SimulationResult;
import java.util.OptionalDouble;

/** Metrics of the jury whose change is told; docs/metrics.md. */
enum Figure {
  CLS("score.cls", "CLS"),
  MAP("detection.map", "mAP"),
  RECALL("perception.recall", "recall"),
  POSITION("perception.position.p50", "position m");

  private final String metric;
  private final String label;

  Figure(String metric, String label) {
    this.metric = metric;
    this.label = label;
  }

  String metric() {
    return metric;
  }

  String label() {
    return label;
  }

  OptionalDouble of(SimulationResult result) {
    return result.metric(metric);
  }
}
