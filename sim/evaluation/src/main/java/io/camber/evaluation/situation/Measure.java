package io.camber.evaluation.situation;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;

/** One family of metrics: fed at the metric rate while the stack drives, asked once at the end. */
public interface Measure {
  /** Takes in one instant; may put values into the newest row of the series. */
  void update(Situation situation, TimeSeries series);

  /** Adds metrics and events. Called once. */
  void report(Findings findings);
}
