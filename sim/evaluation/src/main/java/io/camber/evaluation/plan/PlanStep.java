package io.camber.evaluation.plan;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.Arrays;
import java.util.List;

/**
 * How one plan differs from the one before, over the time that both cover, at most 4 s.
 *
 * @param frechetM discrete Fréchet distance
 * @param lateralM mean distance across the older plan
 * @param comfortable true when the differences of acceleration, jerk, yaw rate and yaw acceleration stay below the bounds of
 *     NAVSIM's extended comfort
 */
public record PlanStep(double frechetM, double lateralM, boolean comfortable) {
  private static final long STEP_NS = 100_000_000L;
  private static final double STEP_S = 0.1;
  private static final int STEPS_MAX = 40;
  private static final int STEPS_MIN = 4;

  private static final double ACCEL_MPS2_MAX = 0.7;
  private static final double JERK_MPS3_MAX = 0.5;
  private static final double YAW_RATE_RADPS_MAX = 0.1;
  private static final double YAW_ACCEL_RADPS2_MAX = 0.1;

  /** True when both plans cover enough of the same time. */
  public static boolean isComparable(Trajectory before, Trajectory now) {
    return !before.isEmpty() && !now.isEmpty() && stepsOf(before, now) >= STEPS_MIN;
  }

  /** The differences; both must cover enough of the same time. */
  public static PlanStep between(Trajectory before, Trajectory now) {
    long start = now.points().get(0).timeNs();
    int steps = stepsOf(before, now);
    List<TrajectoryPoint> a = before.at(start, STEP_NS, steps);
    List<TrajectoryPoint> b = now.at(start, STEP_NS, steps);
    double lateral = 0.0;
    for (int i = 0; i < a.size(); i++) {
      Pose2 pose = a.get(i).pose();
      lateral +=
          Math.abs(pose.applyInverse(new Vec2(b.get(i).x(), b.get(i).y())).y()) / a.size();
    }
    return new PlanStep(frechetM(a, b), lateral, isComfortable(a, b));
  }

  private static int stepsOf(Trajectory before, Trajectory now) {
    long start = now.points().get(0).timeNs();
    long end = Math.min(before.last().timeNs(), now.last().timeNs());
    return (int) Math.min(STEPS_MAX, (end - start) / STEP_NS + 1);
  }

  /**
   * Eiter and Mannila 1994: the shortest leash for two walkers who may stop but not turn back. Over squares of distances, whose
   * order is that of the distances. Walking abreast is one way to walk, so only places nearer than its longest leash can be on
   * the best.
   */
  private static double frechetM(List<TrajectoryPoint> a, List<TrajectoryPoint> b) {
    int size = b.size();
    double abreast = 0.0;
    for (int i = 0; i < size; i++) {
      abreast = Math.max(abreast, squareM2(a.get(i), b.get(i)));
    }
    double[] before = new double[size];
    double[] row = new double[size];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    int first = 0;
    int last = -1;
    for (int i = 0; i < size; i++) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
      double left = i == 0 ? 0.0 : Double.POSITIVE_INFINITY;
      int start = first;
      int end = last;
      first = size;
      for (int j = start; j < size; j++) {
        double diagonal = j == 0 ? Double.POSITIVE_INFINITY : before[j - 1];
        double reach = Math.min(before[j], Math.min(left, diagonal));
        if (reach > abreast && j > end) {
          break;
        }
        double square = squareM2(a.get(i), b.get(j));
        boolean isNear = reach <= abreast && square <= abreast;
        left = isNear ? Math.max(square, reach) : Double.POSITIVE_INFINITY;
        row[j] = left;
        first = isNear ? Math.min(first, j) : first;
        last = isNear ? j : last;
      }
      double[] spare = before;
      before = row;
      row = spare;
    }
    return Math.sqrt(before[size - 1]);
  }

  private static double squareM2(TrajectoryPoint a, TrajectoryPoint b) {
    return square(a.x() - b.x()) + square(a.y() - b.y());
  }

  private static boolean isComfortable(List<TrajectoryPoint> a, List<TrajectoryPoint> b) {
    double accel = 0.0;
    double jerk = 0.0;
    double yawRate = 0.0;
    double yawAccel = 0.0;
    for (int i = 1; i < a.size(); i++) {
      double accelOff = b.get(i).accelMps2() - a.get(i).accelMps2();
      double accelOffBefore = b.get(i - 1).accelMps2() - a.get(i - 1).accelMps2();
      double rateOff = yawRate(b.get(i)) - yawRate(a.get(i));
      double rateOffBefore = yawRate(b.get(i - 1)) - yawRate(a.get(i - 1));
      accel += accelOff * accelOff;
      yawRate += rateOff * rateOff;
      jerk += square((accelOff - accelOffBefore) / STEP_S);
      yawAccel += square((rateOff - rateOffBefore) / STEP_S);
    }
    int count = a.size() - 1;
    return Math.sqrt(accel / count) <= ACCEL_MPS2_MAX
        && Math.sqrt(jerk / count) <= JERK_MPS3_MAX
        && Math.sqrt(yawRate / count) <= YAW_RATE_RADPS_MAX
        && Math.sqrt(yawAccel / count) <= YAW_ACCEL_RADPS2_MAX;
  }

  private static double yawRate(TrajectoryPoint point) {
    return point.speedMps() * point.curvaturePerM();
  }

  private static double square(double value) {
    return value * value;
  }
}
