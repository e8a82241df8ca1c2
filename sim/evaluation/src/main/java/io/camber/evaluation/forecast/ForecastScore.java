package io.camber.evaluation.forecast;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.List;

/**
 * Errors of one forecast.
 *
 * @param averageM mean distance of the mode that is nearest on the whole
 * @param finalM distance at the end of the mode that ends nearest
 * @param brierFinalM as {@code finalM} plus the square of the probability that went to other modes
 * @param missed true when no mode ends within 2 m (Argoverse 2)
 * @param missedByShape true when no mode ends within the box of the Waymo benchmark: wider along the road and with time, smaller
 *     for slow objects
 */
public record ForecastScore(
    double averageM, double finalM, double brierFinalM, boolean missed, boolean missedByShape) {
  private static final double MISS_M = 2.0;
  private static final double SLOW_MPS = 1.4;
  private static final double FAST_MPS = 11.0;

  /**
   * Scores a forecast.
   *
   * @param modes the likeliest first; of these {@code most} count
   * @param actual where the object really was, at the times of the modes
   * @param end heading at the last of these times
   * @param horizonS the last time
   * @param startMps speed when the forecast was made
   */
  public static ForecastScore of(
      List<Mode> modes, int most, List<Vec2> actual, double end, double horizonS, double startMps) {
    double average = Double.POSITIVE_INFINITY;
    double last = Double.POSITIVE_INFINITY;
    double probability = 0.0;
    boolean missedByShape = true;
    Vec2 goal = actual.get(actual.size() - 1);
    for (int i = 0; i < Math.min(most, modes.size()); i++) {
      Mode mode = modes.get(i);
      average = Math.min(average, meanDistanceM(mode.positions(), actual));
      Vec2 reached = mode.positions().get(actual.size() - 1);
      if (reached.distanceTo(goal) < last) {
        last = reached.distanceTo(goal);
        probability = mode.probability();
      }
      missedByShape = missedByShape && isOutside(reached, goal, end, horizonS, startMps);
    }
    double rest = 1.0 - probability;
    return new ForecastScore(average, last, last + rest * rest, last > MISS_M, missedByShape);
  }

  private static double meanDistanceM(List<Vec2> forecast, List<Vec2> actual) {
    double sum = 0.0;
    for (int i = 0; i < actual.size(); i++) {
      sum += forecast.get(i).distanceTo(actual.get(i));
    }
    return sum / actual.size();
  }

  /** Across 1 m and along 2 m at 3 s, 1.8 and 3.6 m at 5 s, 3 and 6 m at 8 s; linear between. */
  private static boolean isOutside(
      Vec2 reached, Vec2 goal, double end, double horizonS, double startMps) {
    double across = 1.0 + 0.4 * (Math.min(8.0, horizonS) - 3.0);
    double share = (startMps - SLOW_MPS) / (FAST_MPS - SLOW_MPS);
    double scale = 0.5 + 0.5 * Math.max(0.0, Math.min(1.0, share));
    Vec2 off = new Pose2(goal.x(), goal.y(), Angles.wrap(end)).applyInverse(reached);
    return Math.abs(off.y()) > across * scale || Math.abs(off.x()) > 2.0 * across * scale;
  }
}
