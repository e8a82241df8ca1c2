package io.camber.perception.node;

import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.Parameter;
import io.camber.perception.tracking.MultiObjectTracker;
import io.camber.perception.tracking.TrackerConfig;

/** Thresholds of the tracker that may be moved while the car drives. */
final class TrackingParameters {
  private final Parameter<Double> gate;
  private final Parameter<Double> strongScore;

  private TrackingParameters(TrackerConfig base) {
    this.gate = Parameter.ofDouble(
            "gate", base.gate(), "largest squared Mahalanobis distance of a match")
        .within(2.0, 50.0);
    this.strongScore = Parameter.ofDouble(
            "strong_score", base.strongScore(), "score from which a detection may begin a track")
        .within(TrackerConfig.STRONG_SCORE_MIN, 1.0);
  }

  /** Declares them with the base configuration's values and keeps the tracker at what they say. */
  static void declare(NodeParameters parameters, TrackerConfig base, MultiObjectTracker tracker) {
    TrackingParameters thresholds = new TrackingParameters(base);
    parameters.declare(thresholds.gate);
    parameters.declare(thresholds.strongScore);
    parameters.bind(
        values -> base.with(values.of(thresholds.gate), values.of(thresholds.strongScore)),
        tracker::reconfigure);
  }
}
