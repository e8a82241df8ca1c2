package io.camber.perception.tracking;

import io.camber.geometry.Numbers;

/**
 * Configuration of the tracker.
 *
 * @param gate largest squared Mahalanobis distance of a match, over two dimensions
 * @param strongScore detections at or above this score may start tracks and are matched first; more than what is no more than a claim
 * @param coastVisibleS how long a track survives where it should have been seen
 * @param coastHiddenS how long it survives behind something nearer
 */
public record TrackerConfig(
    double gate, double strongScore, double coastVisibleS, double coastHiddenS) {
  /** Claims, which the detector gives less than this, begin no tracks, but those of vehicles that stay put for ten looks. */
  public static final double STRONG_SCORE_MIN = BoxAlignment.DOUBTFUL_SCORE;

  public static final TrackerConfig DEFAULT = new TrackerConfig(14.0, 0.40, 0.55, 2.5);

  /** The same with other thresholds for what belongs together and what may begin a track. */
  public TrackerConfig with(double otherGate, double otherStrongScore) {
    return new TrackerConfig(otherGate, otherStrongScore, coastVisibleS, coastHiddenS);
  }

  public TrackerConfig {
    Numbers.positive("gate", gate);
    Numbers.within("strongScore", strongScore, STRONG_SCORE_MIN, 1.0);
    Numbers.positive("coastVisibleS", coastVisibleS);
    Numbers.positive("coastHiddenS", coastHiddenS);
  }
}
