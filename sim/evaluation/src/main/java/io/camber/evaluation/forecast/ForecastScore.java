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
 * @param brierAverageM the same of {@code averageM} and the mode that is nearest on the whole
 * @param missed true when no mode ends within 2 m (Argoverse 2)
 * @param missedByShape true when no mode ends within the box of the Waymo benchmark: wider along the road and with time, smaller
 *     for slow objects
 * @param missedOnTheWay true when every mode is 2 m off or more at some step (nuScenes)
 * @param negativeLogLikelihood of the truth where each mode is a normal distribution of 1 m in each axis and step, over all modes, up
 *     to a constant (l5kit)
 */
public record ForecastScore(
    double averageM,
    double finalM,
    double brierFinalM,
    double brierAverageM,
    boolean missed,
    boolean missedByShape,
    boolean missedOnTheWay,
    double negativeLogLikelihood) {
  private static final double MISS_M = 2.0;
  private static final double SLOW_MPS = 1.4;
  private static final double FAST_MPS = 11.0;

  /**
   * Scores a forecast.
   *
   * @param most so many of the likeliest modes count
   * @param steps so many of the first steps count
   * @param end heading at the last of them
   * @param horizonS time of the last of them
   * @param startMps speed when the forecast was made
   */
  public static ForecastScore of(
      Deviations deviations, int most, int steps, double end, double horizonS, double startMps) {
    double average = Double.POSITIVE_INFINITY;
    double last = Double.POSITIVE_INFINITY;
    double probability = 0.0;
    double averageProbability = 0.0;
    boolean missedByShape = true;
    boolean missedOnTheWay = true;
    Vec2 goal = deviations.actual(steps - 1);
    MissBox box = MissBox.at(new Pose2(goal.x(), goal.y(), Angles.wrap(end)), horizonS, startMps);
    List<Mode> modes = deviations.modes();
    for (int i = 0; i < Math.min(most, modes.size()); i++) {
      double mean = deviations.meanM(i, steps);
      if (mean < average) {
        average = mean;
        averageProbability = modes.get(i).probability();
      }
      double reached = deviations.finalM(i, steps);
      if (reached < last) {
        last = reached;
        probability = modes.get(i).probability();
      }
      missedOnTheWay = missedOnTheWay && deviations.isEverOff(i, steps, MISS_M);
      missedByShape = missedByShape && box.isOutside(modes.get(i).position(steps - 1));
    }
    double rest = 1.0 - probability;
    double averageRest = 1.0 - averageProbability;
    return new ForecastScore(
        average,
        last,
        last + rest * rest,
        average + averageRest * averageRest,
        last > MISS_M,
        missedByShape,
        missedOnTheWay,
        deviations.negativeLogLikelihood(steps));
  }

  /** Across 1 m and along 2 m at 3 s, 1.8 and 3.6 m at 5 s, 3 and 6 m at 8 s; linear between. */
  private record MissBox(Pose2 goal, double cos, double sin, double acrossM, double scale) {
    static MissBox at(Pose2 goal, double horizonS, double startMps) {
      double across = 1.0 + 0.4 * (Math.min(8.0, horizonS) - 3.0);
      double share = (startMps - SLOW_MPS) / (FAST_MPS - SLOW_MPS);
      double scale = 0.5 + 0.5 * Math.max(0.0, Math.min(1.0, share));
      return new MissBox(
          goal, StrictMath.cos(goal.yaw()), StrictMath.sin(goal.yaw()), across, scale);
    }

    boolean isOutside(Vec2 reached) {
      double dx = reached.x() - goal.x();
      double dy = reached.y() - goal.y();
      double along = cos * dx + sin * dy;
      double left = -sin * dx + cos * dy;
      return Math.abs(left) > acrossM * scale || Math.abs(along) > 2.0 * acrossM * scale;
    }
  }
}
