package io.camber.prediction.lanefollow;

import io.camber.geometry.Numbers;

/**
 * Configuration of {@link LaneFollowPredictor}.
 *
 * @param horizonS how far to look
 * @param stepS between predicted points
 * @param modesMax modes kept per track, the most likely ones
 * @param lateralMps2Max lateral acceleration that drivers accept in bends
 * @param standingMps slower than this a track stands
 */
public record PredictionConfig(
    double horizonS, double stepS, int modesMax, double lateralMps2Max, double standingMps) {
  public PredictionConfig {
    Numbers.positive("horizonS", horizonS);
    Numbers.positive("stepS", stepS);
    Numbers.positive("lateralMps2Max", lateralMps2Max);
    Numbers.positive("standingMps", standingMps);
    if (modesMax < 1) {
      throw new IllegalArgumentException("modesMax=" + modesMax + " must be at least 1");
    }
  }

  public static PredictionConfig standard() {
    return new PredictionConfig(8.0, 0.5, 6, 3.0, 0.4);
  }

  int steps() {
    return (int) Math.rint(horizonS / stepS);
  }
}
