package io.camber.planning;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.Situation;
import io.camber.planning.scoring.PlanMemory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was decided in the last cycle, and what that means in this one. Owned by one planner. */
final class LastPlan {
  private static final double STEPS_MAX = 10.0;

  private @Nullable Proposal proposal;
  private Trajectory trajectory = Trajectory.EMPTY;
  private long startNs;
  private double endOffset;

  void remember(Proposal decided, Situation situation) {
    proposal = decided;
    startNs = situation.start().timeNs();
    trajectory = Trajectories.of(decided, startNs);
    endOffset = endOffset(situation);
  }

  /** Empty before the first. */
  Trajectory trajectory() {
    return trajectory;
  }

  /**
   * What it meant to do from here; empty when it is too old or there was none. A plan that ends before it has settled means to
   * settle all the same.
   */
  Optional<PlanMemory> memory(Situation situation) {
    Proposal before = proposal;
    double elapsed = (situation.start().timeNs() - startNs) * 1e-9 / PlanGrid.STEP_S;
    if (before == null || elapsed < 0.0 || elapsed > STEPS_MAX) {
      return Optional.empty();
    }
    double lineShift = endOffset(situation) - endOffset;
    double done = arcAt(before, elapsed);
    return Optional.of(new PlanMemory(
        arcAt(before, elapsed + 20.0) - done,
        arcAt(before, elapsed + 40.0) - done,
        before.path().target() + lineShift));
  }

  /** Of its end, from the line of a situation. */
  private double endOffset(Situation situation) {
    TrajectoryPoint end = trajectory.last();
    double s = situation
        .line()
        .project(end.x(), end.y(), situation.start().s(), situation.line().lengthM());
    return situation.line().offset(end.x(), end.y(), s);
  }

  private static double arcAt(Proposal proposal, double step) {
    int k = Math.min(PlanGrid.COUNT - 2, (int) step);
    double f = step - k;
    double a = proposal.profile().arc(k);
    return a + f * (proposal.profile().arc(k + 1) - a);
  }
}
