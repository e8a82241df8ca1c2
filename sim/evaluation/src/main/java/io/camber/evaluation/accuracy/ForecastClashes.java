package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether the likeliest mode of a forecast leads, each half second up to 3 s, into where another actor then truly is, or, for vehicles
 * that are on the road, off it. Asked of the forecasts of one message a second.
 */
final class ForecastClashes {
  private static final double NS = 1e-9;
  private static final long EVERY_NS = 1_000_000_000L;
  private static final long STEP_NS = 500_000_000L;
  private static final long HORIZON_NS = 3_000_000_000L;

  private final ToDoubleFunction<Vec2> outsideM;
  private final Deque<Held> waiting = new ArrayDeque<>();
  private final Tally overlaps = new Tally();
  private final Tally offRoad = new Tally();
  private long takenNs = Long.MIN_VALUE / 2;

  /** A forecast that waits; {@code asked} is how far it was looked at. */
  private static final class Held {
    private final long timeNs;
    private final ActorTruth actor;
    private final List<PredictedPoint> points;
    private long askedNs;
    private boolean clashes;

    Held(long timeNs, ActorTruth actor, List<PredictedPoint> points) {
      this.timeNs = timeNs;
      this.actor = actor;
      this.points = points;
    }
  }

  /** @param outsideM how far a point lies off the road, 0 on it, NaN where no road is known */
  ForecastClashes(ToDoubleFunction<Vec2> outsideM) {
    this.outsideM = outsideM;
  }

  /** True for the message of that time when it is one of those that are asked. */
  boolean takes(long timeNs) {
    if (timeNs - takenNs < EVERY_NS) {
      return false;
    }
    takenNs = timeNs;
    return true;
  }

  /** Takes in a forecast. */
  void add(long timeNs, ActorTruth actor, List<PredictedPath> modes) {
    PredictedPath likeliest = modes.get(0);
    for (PredictedPath mode : modes) {
      likeliest = mode.probability() > likeliest.probability() ? mode : likeliest;
    }
    List<PredictedPoint> points = likeliest.points();
    if (points.isEmpty() || points.get(points.size() - 1).timeS() < HORIZON_NS * NS - 1e-9) {
      return;
    }
    waiting.addLast(new Held(timeNs, actor, points));
    if (isVehicle(actor.objectClass())
        && outsideM.applyAsDouble(actor.footprint().center().position()) == 0.0) {
      offRoad.add(leavesRoad(points));
    }
  }

  private boolean leavesRoad(List<PredictedPoint> points) {
    for (long age = STEP_NS; age <= HORIZON_NS; age += STEP_NS) {
      if (outsideM.applyAsDouble(at(points, age * NS).position()) > 0.0) {
        return true;
      }
    }
    return false;
  }

  /** Takes in the world at one instant. */
  void update(TruthFrame frame, List<Box2> boxes) {
    Iterator<Held> all = waiting.iterator();
    while (all.hasNext()) {
      Held held = all.next();
      long age = frame.timeNs() - held.timeNs;
      if (age >= held.askedNs + STEP_NS) {
        held.askedNs = age / STEP_NS * STEP_NS;
        held.clashes = held.clashes || clashes(held, age, frame, boxes);
        if (held.askedNs >= HORIZON_NS) {
          overlaps.add(held.clashes);
          all.remove();
        }
      }
    }
  }

  private static boolean clashes(Held held, long age, TruthFrame frame, List<Box2> boxes) {
    Box2 box = new Box2(
        at(held.points, age * NS),
        held.actor.size().lengthM(),
        held.actor.size().widthM());
    for (int i = 0; i < boxes.size(); i++) {
      if (!frame.actors().get(i).name().equals(held.actor.name()) && box.intersects(boxes.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Linear between the points, with the yaw of the later; held at the ends. */
  private static Pose2 at(List<PredictedPoint> points, double seconds) {
    int next = 0;
    while (next < points.size() - 1 && points.get(next).timeS() < seconds) {
      next++;
    }
    PredictedPoint to = points.get(next);
    if (next == 0 || to.timeS() <= seconds) {
      return new Pose2(to.x(), to.y(), to.yaw());
    }
    PredictedPoint from = points.get(next - 1);
    double share = (seconds - from.timeS()) / (to.timeS() - from.timeS());
    return new Pose2(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()), to.yaw());
  }

  static boolean isVehicle(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS, MOTORCYCLE -> true;
      case BICYCLE, PEDESTRIAN, UNKNOWN -> false;
    };
  }

  /** Adds metrics. */
  void report(Findings findings) {
    String none = "no moving actor had a forecast of 3 s";
    lower(findings, "prediction.overlapRate.3s", overlaps.share(), none);
    lower(
        findings,
        "prediction.offRoadRate.3s",
        offRoad.share(),
        "no vehicle that was on a known road had a forecast of 3 s");
  }

  private static void lower(Findings findings, String name, double value, String reason) {
    findings.add(
        Metric.free(name, value, "1", Owner.PREDICTION, Metric.Better.LOWER).because(reason));
  }
}
