package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.pose.EgoPose;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * U13: the car is farther beside its plan than it ever was, by three standard deviations of the drive so far and by enough to matter.
 */
final class TrackingCheck implements Check {
  private static final double MOVING_MPS = 2.0;

  /** Five seconds of plans. */
  private static final int LEARNED = 50;

  private static final double OFF_M_MIN = 0.3;

  private final History history = new History(LEARNED);
  private Trajectory plan = Trajectory.EMPTY;
  private long planNs;
  private boolean isAsked;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Plan newest) {
      plan = newest.nominal();
      planNs = newest.timeNs();
      isAsked = false;
    } else if (value instanceof EgoPose pose
        && !plan.isEmpty()
        && !isAsked
        && pose.timeNs() >= planNs + 90_000_000L
        && pose.timeNs() <= plan.last().timeNs()
        && pose.twist().forwardMps() > MOVING_MPS) {
      isAsked = true;
      look(pose, alarms);
    }
  }

  /** Once a plan, as late as it is followed. */
  private void look(EgoPose pose, Consumer<Alarm> alarms) {
    Vec2 place = pose.mapFromBase().toPose2().position();
    double off = plan.at(pose.timeNs()).pose().applyInverse(place).y();
    if (Math.abs(off) > OFF_M_MIN && history.beyond(off) > 0.0) {
      alarms.accept(new Alarm(
          pose.timeNs(),
          "U13",
          Owner.CONTROL,
          "tracking",
          "steering",
          0.5,
          String.format(Locale.ROOT, "%.2f m beside the plan", Math.abs(off))));
    }
    history.add(off);
  }
}
