package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.pose.EgoPose;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * U11: the published pose does not go with what the wheels say: over two seconds the way between poses and the way of the wheels
 * differ, or the pose jumps aside from one message to the next.
 */
final class PoseCheck implements Check {
  private static final long WINDOW_NS = 2_000_000_000L;
  private static final double NS = 1e-9;
  private static final double SHARE_MAX = 0.08;
  private static final double ALLOWED_M = 0.6;
  private static final double JUMP_M_MAX = 0.5;

  private final Deque<EgoPose> poses = new ArrayDeque<>();
  private final Deque<Double> wheels = new ArrayDeque<>();
  private double wayM;
  private long reportNs = -1;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof VehicleReport report) {
      wayM += reportNs < 0 ? 0.0 : Math.abs(report.speedMps()) * (report.timeNs() - reportNs) * NS;
      reportNs = report.timeNs();
    } else if (value instanceof EgoPose pose) {
      jump(pose, alarms);
      poses.addLast(pose);
      wheels.addLast(wayM);
      while (pose.timeNs() - poses.getFirst().timeNs() > WINDOW_NS) {
        compare(pose, alarms);
        poses.removeFirst();
        wheels.removeFirst();
      }
    }
  }

  private void jump(EgoPose pose, Consumer<Alarm> alarms) {
    if (poses.isEmpty()) {
      return;
    }
    EgoPose before = poses.getLast();
    double seconds = (pose.timeNs() - before.timeNs()) * NS;
    double moved = between(before, pose);
    double expected = Math.abs(before.twist().forwardMps()) * seconds;
    if (seconds >= 0.0 && Math.abs(moved - expected) > JUMP_M_MAX) {
      alarms.accept(
          alarm(pose, 1.0, String.format(Locale.ROOT, "the pose jumps by %.1f m", moved)));
    }
  }

  /** The chord is never longer than the way, and in curves hardly shorter over two seconds. */
  private void compare(EgoPose pose, Consumer<Alarm> alarms) {
    double chord = between(poses.getFirst(), pose);
    double way = wayM - wheels.getFirst();
    double turned = Math.abs(io.camber.geometry.Angles.difference(
        pose.mapFromBase().yaw(), poses.getFirst().mapFromBase().yaw()));
    double allowed = ALLOWED_M + (SHARE_MAX + turned / 4.0) * way;
    if (reportNs >= 0 && Math.abs(chord - way) > allowed) {
      alarms.accept(alarm(
          pose,
          0.5,
          String.format(Locale.ROOT, "moved %.1f m in 2 s, the wheels %.1f m", chord, way)));
    }
  }

  private static double between(EgoPose a, EgoPose b) {
    return a.mapFromBase()
        .toPose2()
        .position()
        .distanceTo(b.mapFromBase().toPose2().position());
  }

  private static Alarm alarm(EgoPose pose, double severity, String detail) {
    return new Alarm(pose.timeNs(), "U11", Owner.LOCALIZATION, "pose", "pose", severity, detail);
  }
}
