package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.sensing.GnssFix;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * U11: for a second no satellite fix is where the pose, by what both say of their own accuracy, can be: the normalised innovation
 * squared of two degrees of freedom is beyond its 99.9 % quantile each time. Whether the pose or the fix is wrong is not known.
 */
final class InnovationCheck implements Check {
  /** Of the chi-square distribution: -2 ln 0.001. */
  private static final double QUANTILE = 13.816;

  private static final long HELD_NS = 1_000_000_000L;
  private static final long APART_NS_MAX = 30_000_000L;
  private static final long MEMORY_NS = 1_000_000_000L;

  private final Deque<EgoPose> poses = new ArrayDeque<>();
  private long outSinceNs = -1;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      poses.addLast(pose);
      while (pose.timeNs() - poses.getFirst().timeNs() > MEMORY_NS) {
        poses.removeFirst();
      }
    } else if (value instanceof GnssFix fix) {
      at(fix.timeNs()).ifPresent(pose -> compare(pose, fix, alarms));
    }
  }

  private Optional<EgoPose> at(long timeNs) {
    EgoPose nearest = null;
    for (EgoPose pose : poses) {
      long apart = Math.abs(pose.timeNs() - timeNs);
      if (apart <= APART_NS_MAX
          && (nearest == null || apart < Math.abs(nearest.timeNs() - timeNs))) {
        nearest = pose;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private void compare(EgoPose pose, GnssFix fix, Consumer<Alarm> alarms) {
    if (squared(pose, fix) <= QUANTILE) {
      outSinceNs = -1;
      return;
    }
    outSinceNs = outSinceNs < 0 ? fix.timeNs() : outSinceNs;
    if (fix.timeNs() - outSinceNs >= HELD_NS) {
      alarms.accept(new Alarm(
          fix.timeNs(),
          "U11",
          Owner.LOCALIZATION,
          "innovation",
          "pose",
          0.5,
          String.format(
              Locale.ROOT,
              "for %.1f s no satellite fix fits the pose, this one is %.1f m off",
              (fix.timeNs() - outSinceNs) * 1e-9,
              offset(pose, fix).length())));
    }
  }

  private static Vec2 offset(EgoPose pose, GnssFix fix) {
    Pose2 place = pose.mapFromBase().toPose2();
    return place.applyInverse(new Vec2(fix.position().x(), fix.position().y()));
  }

  /** In the car's frame, where both uncertainties are along the axes. */
  static double squared(EgoPose pose, GnssFix fix) {
    Vec2 off = offset(pose, fix);
    double fixed = fix.positionStdM() * fix.positionStdM();
    double along = fixed + pose.longitudinalStdM() * pose.longitudinalStdM();
    double across = fixed + pose.lateralStdM() * pose.lateralStdM();
    return off.x() * off.x() / along + off.y() * off.y() / across;
  }
}
