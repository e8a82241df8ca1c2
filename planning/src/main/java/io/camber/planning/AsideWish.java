package io.camber.planning;

import io.camber.planning.scoring.Judgement;
import io.camber.planning.scoring.PlanMemory;

/**
 * Keeps the car from swaying: a wish to move aside within its lane, or back, must last before it is followed. Beside and behind
 * are nearly as good when somebody's path can hardly be told from one that crosses, and which is better changes from look to look.
 * Changes of lane are not delayed. Owned by one planner.
 */
final class AsideWish {
  private static final long LASTING_NS = 450_000_000L;

  /** Farther aside is another lane. */
  private static final double LANE_M = 1.2;

  /** Nearer than this two offsets are one. */
  private static final double SAME_M = 0.25;

  /** Less than a short time to collision or a likely contact costs. */
  private static final double COST_MAX = 0.1;

  private double wanted;
  private long sinceNs = Long.MIN_VALUE;

  /** Whether two offsets are one decision. */
  static boolean isSame(double some, double other) {
    return Math.abs(some - other) < SAME_M;
  }

  /** True while the best of this cycle lies beside what was decided before and has not been wanted for long. */
  boolean isYoung(Judgement best, PlanMemory memory, long timeNs) {
    double target = best.proposal().path().target();
    boolean isWithinLane = Math.abs(target) < LANE_M && Math.abs(memory.target()) < LANE_M;
    boolean isOld = isSame(target, wanted) && timeNs - sinceNs >= LASTING_NS;
    return isWithinLane && !isSame(target, memory.target()) && !isOld;
  }

  /** Whether going on as decided is safe and hardly worse than the best. */
  static boolean canWait(Judgement going, Judgement best) {
    return going.safe() && going.score() > best.score() - COST_MAX;
  }

  /** Takes in what was best in this cycle, driven or not. */
  void remember(Judgement best, long timeNs) {
    double target = best.proposal().path().target();
    if (sinceNs == Long.MIN_VALUE || !isSame(target, wanted)) {
      sinceNs = timeNs;
    }
    wanted = target;
  }
}
