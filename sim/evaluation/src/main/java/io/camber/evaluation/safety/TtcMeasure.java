package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time to collision as nuPlan defines it: ego and object go on straight at constant speed in steps of 0.1 s up to 2.9 s.
 * Objects count when ahead, or, while the ego is between lanes or in a junction, when not behind; for an ego that reverses, ahead is
 * where it goes. At a contact by the ego's fault it is 0.
 */
public final class TtcMeasure implements Measure {
  /** Below this bound nuPlan calls the drive unsafe. */
  public static final double LIMIT_S = 0.95;

  private static final double STEP_S = 0.1;
  private static final int STEPS = 29;
  private static final double STANDSTILL_MPS = 0.005;
  private static final double ROUNDING_M = 1e-3;
  private static final double AHEAD = Math.toRadians(30.0);
  private static final double BEHIND = Math.toRadians(150.0);

  private final CollisionMeasure collisions;
  private final Set<String> excluded;
  private final Samples finite = new Samples();
  private double minS = Double.POSITIVE_INFINITY;
  private String minActor = "";
  private long minTimeNs;
  private boolean defined;
  private @Nullable Collision known;

  /** @param collisions seen to the same time; who was hit counts no more */
  public TtcMeasure(CollisionMeasure collisions) {
    this.collisions = collisions;
    this.excluded = collisions.touched();
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (noteContact()) {
      series.put("ttc", 0.0);
      return;
    }
    if (isStanding(situation)) {
      return;
    }
    defined = true;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < situation.others().size(); i++) {
      ActorTruth actor = situation.others().get(i);
      Box2 box = situation.boxes().get(i);
      if (!isOutOfReach(situation.footprint(), situation.speedMps(), box, actor.speedMps())
          && !excluded.contains(actor.name())
          && isRelevant(situation, box)) {
        double ttc =
            timeToCollisionS(situation.footprint(), situation.speedMps(), box, actor.speedMps());
        if (ttc < nearest) {
          nearest = ttc;
        }
        if (ttc < minS) {
          minS = ttc;
          minActor = actor.name();
          minTimeNs = situation.timeNs();
        }
      }
    }
    if (nearest < Double.POSITIVE_INFINITY) {
      finite.add(nearest);
      series.put("ttc", nearest);
    }
  }

  /** True when there was a contact by the ego's fault since the instant before. */
  private boolean noteContact() {
    Collision newest = collisions.lastAtFault();
    if (newest == null || newest.equals(known)) {
      return false;
    }
    known = newest;
    defined = true;
    finite.add(0.0);
    if (minS > 0.0) {
      minS = 0.0;
      minActor = newest.actor();
      minTimeNs = newest.timeNs();
    }
    return true;
  }

  /** First step at which the boxes overlap, moving straight along their own yaw; infinite when none does. */
  public static double timeToCollisionS(
      Box2 ego, double egoSpeedMps, Box2 other, double otherSpeedMps) {
    if (isOutOfReach(ego, egoSpeedMps, other, otherSpeedMps)) {
      return Double.POSITIVE_INFINITY;
    }
    Vec2 apart = other.center().position().minus(ego.center().position());
    Vec2 opening = other
        .center()
        .forward()
        .times(otherSpeedMps)
        .minus(ego.center().forward().times(egoSpeedMps));
    double touchM = ego.radius() + other.radius() + ROUNDING_M;
    for (int i = 1; i <= STEPS; i++) {
      double time = i * STEP_S;
      double dx = apart.x() + time * opening.x();
      double dy = apart.y() + time * opening.y();
      if (dx * dx + dy * dy <= touchM * touchM
          && moved(ego, egoSpeedMps * time).intersects(moved(other, otherSpeedMps * time))) {
        return time;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** True for two who could not meet if they went straight for each other. */
  private static boolean isOutOfReach(
      Box2 ego, double egoSpeedMps, Box2 other, double otherSpeedMps) {
    double ways = (Math.abs(egoSpeedMps) + Math.abs(otherSpeedMps)) * (STEPS + 1) * STEP_S;
    return ego.center().position().distanceTo(other.center().position())
        > ways + ego.radius() + other.radius();
  }

  @Override
  public void report(Findings findings) {
    noteContact();
    findings.add(Metric.limited(
            "ttc.min", minS, "s", new Limit(Limit.Kind.AT_LEAST, LIMIT_S, false), Owner.PLANNING)
        .because("nobody was on a course to be hit within 2.9 s"));
    findings.add(Metric.limited(
        "ttc.score",
        !defined ? Double.NaN : minS > LIMIT_S ? 1.0 : 0.0,
        "1",
        Limit.atLeast(1.0),
        Owner.PLANNING));
    findings.add(
        Metric.free("ttc.p01", finite.quantile(0.01), "s", Owner.PLANNING, Metric.Better.HIGHER));
    findings.add(timeBelow("ttc.timeBelow1.5s", 1.5));
    findings.add(timeBelow("ttc.timeBelow3s", 3.0));
    if (minS < Double.POSITIVE_INFINITY) {
      findings.add(new KeyEvent(
          minTimeNs,
          minS > LIMIT_S ? KeyEvent.Severity.INFO : KeyEvent.Severity.WARNING,
          "ttc",
          String.format(Locale.ROOT, "smallest time to collision %.1f s with %s", minS, minActor)));
    }
  }

  /** Seconds at the metric rate during which somebody would be hit that soon. */
  private Metric timeBelow(String name, double seconds) {
    double ticks = 0.0;
    for (double ttc : finite.toArray()) {
      ticks += ttc < seconds ? 1.0 : 0.0;
    }
    return Metric.free(
        name, defined ? ticks * STEP_S : Double.NaN, "s", Owner.PLANNING, Metric.Better.LOWER);
  }

  /** True at a speed at which a time to collision means nothing. */
  static boolean isStanding(Situation situation) {
    return Math.abs(situation.speedMps()) <= STANDSTILL_MPS;
  }

  static boolean isRelevant(Situation situation, Box2 box) {
    double off = CollisionType.angleOff(situation.rearAxle(), box.center().position());
    off = situation.speedMps() < 0.0 ? Math.PI - off : off;
    boolean unsettled = !situation.lane().withinOneLane() || situation.lane().inJunction();
    return off < AHEAD || (unsettled && off <= BEHIND);
  }

  private static Box2 moved(Box2 box, double distance) {
    Vec2 center = box.center().apply(new Vec2(distance, 0.0));
    return new Box2(
        new Pose2(center.x(), center.y(), box.center().yaw()), box.lengthM(), box.widthM());
  }
}
