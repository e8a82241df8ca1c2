package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.plan.PlanStep;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.pose.EgoPose;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U12: a plan that lies beside the one before, or does not begin where the car is. Along the road plans may differ: braking by 1.2 m/s2
 * that was not planned before is 10 m after four seconds. So a plan is held against the way of the one before, not against where the
 * car would have been on it, which in a bend lies aside, too.
 */
final class PlanCheck implements Check {
  private static final double ASIDE_M_MAX = 1.0;
  private static final double ASIDE_M_HARD = 3.0;
  private static final double START_M_MAX = 1.5;

  private Trajectory last = Trajectory.EMPTY;
  private @Nullable EgoPose pose;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose newest) {
      pose = newest;
    } else if (value instanceof Plan plan) {
      Trajectory now = plan.nominal();
      if (PlanStep.isComparable(last, now)) {
        double off = PlanWay.asideM(last, now);
        if (off > ASIDE_M_MAX) {
          alarms.accept(alarm(
              plan,
              "jump",
              off > ASIDE_M_HARD ? 1.0 : 0.5,
              String.format(Locale.ROOT, "the plan moves %.1f m aside", off)));
        }
      }
      start(plan, now, alarms);
      last = now;
    }
  }

  private void start(Plan plan, Trajectory now, Consumer<Alarm> alarms) {
    EgoPose present = pose;
    if (present == null || now.isEmpty()) {
      return;
    }
    Vec2 planned = now.at(present.timeNs()).pose().position();
    double off = planned.distanceTo(present.mapFromBase().toPose2().position());
    boolean covers = present.timeNs() >= now.points().get(0).timeNs() - 100_000_000L;
    if (covers && off > START_M_MAX) {
      alarms.accept(
          alarm(plan, "start", 0.5, String.format(Locale.ROOT, "the plan begins %.1f m off", off)));
    }
  }

  private static Alarm alarm(Plan plan, String kind, double severity, String detail) {
    return new Alarm(plan.timeNs(), "U12", Owner.PLANNING, kind, "plan", severity, detail);
  }
}
