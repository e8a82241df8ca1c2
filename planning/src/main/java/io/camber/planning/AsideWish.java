package io.camber.planning;

import io.camber.planning.scoring.Judgement;
import io.camber.planning.scoring.PlanMemory;

/**
 * Keeps the car from swaying: a wish to move aside within its lane, or back, must last before it is followed. Beside and behind
 * are nearly as good when somebody's path can hardly be told from one that crosses, and which is better changes from look to look.
 * How far aside does not matter, only to which side, and nothing is put off for longer than 0.8 s, however it
 * changes. Changes of lane are not delayed. Owned by one planner.
 */
final class AsideWish {
  private static final long LASTING_NS = 450_000_000L;

  /** Since the best first left the decision. */
  private static final long LIMIT_NS = 800_000_000L;

  /** Farther aside is another lane. */
  private static final double LANE_M = 1.2;

  /** Nearer than this two offsets are one. */
  private static final double SAME_M = 0.25;

  /** Less than a short time to collision or a likely contact costs. */
  private static final double COST_MAX = 0.1;

  /** Way within the horizon: who is stuck behind somebody who stands loses more. */
  private static final double LOSS_M_MAX = 2.0;

  private double decided = Double.NaN;
  private double side;
  private long sinceNs;
  private boolean isAway;
  private long awaySinceNs;

  /** Whether two offsets are one decision. */
  static boolean isSame(double some, double other) {
    return Math.abs(some - other) < SAME_M;
  }

  /** True while the best of this cycle lies beside what was decided before and has not been wanted for long. */
  boolean isYoung(Judgement best, PlanMemory memory, long timeNs) {
    double target = best.proposal().path().target();
    boolean isWithinLane = Math.abs(target) < LANE_M && Math.abs(memory.target()) < LANE_M;
    double wanted = side(best, memory);
    if (!isWithinLane || wanted == 0.0) {
      return false;
    }
    boolean isOfThis = isSame(memory.target(), decided);
    long since = isOfThis && wanted == side ? sinceNs : timeNs;
    long awaySince = isOfThis && isAway ? awaySinceNs : timeNs;
    return timeNs - since < LASTING_NS && timeNs - awaySince < LIMIT_NS;
  }

  /** Whether going on as decided is safe, hardly worse than the best and gets nearly as far. */
  static boolean canWait(Judgement going, Judgement best) {
    double lossM =
        best.proposal().profile().lastArc() - going.proposal().profile().lastArc();
    return going.safe() && going.score() > best.score() - COST_MAX && lossM <= LOSS_M_MAX;
  }

  /** Takes in what was best in this cycle, driven or not. */
  void remember(Judgement best, PlanMemory memory, long timeNs) {
    if (!isSame(memory.target(), decided)) {
      forget();
      decided = memory.target();
    }
    double wanted = side(best, memory);
    if (wanted != side) {
      sinceNs = timeNs;
      side = wanted;
    }
    if (wanted != 0.0 && !isAway) {
      isAway = true;
      awaySinceNs = timeNs;
    } else if (wanted == 0.0 && timeNs - sinceNs >= LASTING_NS) {
      isAway = false;
    }
  }

  /** There is no decision any more. */
  void forget() {
    decided = Double.NaN;
    side = 0.0;
    isAway = false;
  }

  /** 1 to the left of what was decided, -1 to the right, 0 where it is the same. */
  private static double side(Judgement best, PlanMemory memory) {
    double target = best.proposal().path().target();
    return isSame(target, memory.target()) ? 0.0 : Math.signum(target - memory.target());
  }
}
