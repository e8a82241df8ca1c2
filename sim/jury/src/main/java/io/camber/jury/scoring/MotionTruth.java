package io.camber.jury.scoring;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.jury.check.Alarm;
import io.camber.motion.Plan;
import io.camber.motion.TrajectoryPoint;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds alarms about plans and steering against what really was on the way and how the car really moved. */
final class MotionTruth {
  private static final long SECOND_NS = 1_000_000_000L;

  /** As far as plans are compared. */
  private static final long WAY_NS = 4 * SECOND_NS;

  private static final long SWING_NS = 2 * SECOND_NS;

  /** Who comes nearer than this to the old way gives a reason to leave it. */
  private static final double CLEARANCE_M = 0.5;

  private static final double START_M = 1.0;

  /** A car that is really farther beside its plan does not follow it. */
  private static final double ASIDE_M = 0.3;

  /** Wheels that turn less, or wishes that do, are no swing. */
  private static final double SWING_RAD = 0.01;

  private static final int SWINGS_MIN = 2;

  /** A car on the way it wants is within this, 1/m: 1 m aside after 10 m. */
  private static final double CURVATURE_PER_M = 0.02;

  /** A usual wheelbase: what matters is whether the wish swings, not by how much. */
  private static final double WHEELBASE_M = 2.8;

  private final TruthMemory memory;

  MotionTruth(TruthMemory memory) {
    this.memory = memory;
  }

  /** A plan that begins elsewhere than the car, leads to where somebody really is, or leaves a way on which nobody is. */
  Word plan(Alarm alarm) {
    if (alarm.kind().equals("sway")) {
      return sway(alarm.timeNs());
    }
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    Optional<Plan> plan = memory.plan(alarm.timeNs());
    if (ego.isEmpty() || plan.isEmpty() || plan.get().nominal().isEmpty()) {
      return Word.UNKNOWN;
    }
    if (alarm.kind().equals("start")) {
      Vec2 start = plan.get().nominal().at(frame.get().timeNs()).pose().position();
      Vec2 real = ego.get().mapFromReference().toPose2().position();
      return start.distanceTo(real) > START_M ? Word.RIGHT : Word.WRONG;
    }
    if (alarm.kind().equals("occupied")) {
      return isTaken(plan.get(), ego.get(), alarm.timeNs()) ? Word.RIGHT : Word.WRONG;
    }
    Optional<Plan> before = memory.planBefore(alarm.timeNs());
    if (before.isEmpty() || before.get().nominal().isEmpty()) {
      return Word.UNKNOWN;
    }
    return isTaken(before.get(), ego.get(), alarm.timeNs()) ? Word.WRONG : Word.RIGHT;
  }

  /** Whether somebody really comes onto the way while the ego would be there. */
  private boolean isTaken(Plan way, ActorTruth ego, long timeNs) {
    Vec2 middle = new Vec2(ego.centerOffsetM(), ego.centerOffsetLeftM());
    long endNs = Math.min(timeNs + WAY_NS, way.nominal().last().timeNs());
    for (TruthFrame frame : memory.frames(timeNs, endNs)) {
      TrajectoryPoint there = way.nominal().at(frame.timeNs());
      Vec2 center = there.pose().apply(middle);
      Box2 place = new Box2(
          new Pose2(center.x(), center.y(), there.yaw()),
          ego.size().lengthM(),
          ego.size().widthM());
      boolean isMet = frame.actors().stream()
          .filter(actor -> !actor.name().equals(frame.egoName()))
          .anyMatch(actor -> actor.footprint().distanceTo(place) < CLEARANCE_M);
      if (isMet) {
        return true;
      }
    }
    return false;
  }

  /**
   * Control's doing: the wheels really swing and the plan did not ask for it; or they are at their stop and the car does not go where
   * the plan does.
   */
  Word control(Alarm alarm) {
    Steered steered = steered(alarm.timeNs());
    Optional<ActorTruth> ego = steered.ego();
    if (ego.isEmpty()) {
      return Word.UNKNOWN;
    }
    if (alarm.kind().equals("tracking")) {
      return asideM(ego.get(), alarm.timeNs()) > ASIDE_M ? Word.RIGHT : Word.WRONG;
    }
    if (alarm.kind().equals("saturation")) {
      List<Double> wishes = steered.wishes();
      double wish = StrictMath.tan(wishes.get(wishes.size() - 1)) / WHEELBASE_M;
      double real = ego.get().yawRateRadps() / Math.max(1.0, ego.get().speedMps());
      return Math.abs(wish - real) > CURVATURE_PER_M ? Word.RIGHT : Word.WRONG;
    }
    return steered.isSwinging() && !steered.isWished() ? Word.RIGHT : Word.WRONG;
  }

  /** The plan's doing: the wheels really swing, and the plan asks for it. */
  private Word sway(long timeNs) {
    Steered steered = steered(timeNs);
    if (steered.ego().isEmpty()) {
      return Word.UNKNOWN;
    }
    return steered.isSwinging() && steered.isWished() ? Word.RIGHT : Word.WRONG;
  }

  /** How far the car really is beside the plan that it follows. */
  private double asideM(ActorTruth ego, long timeNs) {
    return memory
        .planBefore(timeNs)
        .map(plan -> plan.nominal().at(timeNs).pose())
        .map(pose -> pose.applyInverse(ego.mapFromReference().toPose2().position()))
        .map(off -> Math.abs(off.y()))
        .orElse(0.0);
  }

  /** What the wheels did and the plans asked for over two seconds. */
  private record Steered(Optional<ActorTruth> ego, List<Double> wheels, List<Double> wishes) {
    boolean isSwinging() {
      return swings(wheels) >= SWINGS_MIN;
    }

    boolean isWished() {
      return swings(wishes) >= SWINGS_MIN;
    }
  }

  private Steered steered(long timeNs) {
    List<Double> wheels = new ArrayList<>();
    List<Double> wishes = new ArrayList<>();
    Optional<ActorTruth> ego = Optional.empty();
    for (TruthFrame frame : memory.frames(timeNs - SWING_NS, timeNs)) {
      Optional<Plan> plan = memory.planBefore(frame.timeNs() + 1);
      if (frame.ego().isPresent() && plan.isPresent() && !plan.get().nominal().isEmpty()) {
        ego = frame.ego();
        wheels.add(ego.get().wheelAngle());
        double curvature = plan.get().nominal().at(frame.timeNs()).curvaturePerM();
        wishes.add(StrictMath.atan(curvature * WHEELBASE_M));
      }
    }
    return new Steered(ego, wheels, wishes);
  }

  /** How often a series turns around by more than the least. */
  static int swings(List<Double> series) {
    int swings = 0;
    int direction = 0;
    double extreme = series.isEmpty() ? 0.0 : series.get(0);
    for (double value : series) {
      double step = value - extreme;
      if (direction == 0) {
        direction = Math.abs(step) > SWING_RAD ? (int) Math.signum(step) : 0;
        extreme = direction == 0 ? extreme : value;
      } else if (direction * step >= 0.0) {
        extreme = value;
      } else if (Math.abs(step) > SWING_RAD) {
        direction = -direction;
        extreme = value;
        swings++;
      }
    }
    return swings;
  }
}
