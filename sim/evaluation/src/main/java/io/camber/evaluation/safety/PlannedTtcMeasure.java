package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.scene.Futures;
import io.camber.scene.TrackFuture;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Time to collision along what is planned and foreseen (METRICS TTC-2): the ego follows its newest plan, each actor, from where it
 * truly is, the modes that the stack predicts for it, or goes straight on where there is none; the time of contact is exact to 1 ms,
 * up to 5 s. Of an actor with several modes it is the time by which those of half of the probability have hit. Who counts is as for
 * {@link TtcMeasure}.
 */
public final class PlannedTtcMeasure implements Measure {
  private static final double STEP_S = 0.1;

  private final CollisionMeasure collisions;
  private final IntFunction<@Nullable String> actorOf;
  private final Map<String, TrackFuture> futures = new TreeMap<>();
  private final Samples finite = new Samples();
  private long futuresNs;
  private @Nullable Plan plan;
  private @Nullable Collision known;
  private boolean defined;

  /**
   * @param collisions seen to the same time; who was hit counts no more
   * @param actorOf name of the actor that a track is; null for none
   */
  public PlannedTtcMeasure(CollisionMeasure collisions, IntFunction<@Nullable String> actorOf) {
    this.collisions = collisions;
    this.actorOf = actorOf;
  }

  /** Takes in the newest plan. */
  public void update(Plan newest) {
    plan = newest;
  }

  /** Takes in the newest futures. */
  public void update(Futures newest) {
    futures.clear();
    futuresNs = newest.timeNs();
    for (TrackFuture future : newest.futures()) {
      String actor = actorOf.apply(future.trackId());
      if (actor != null && !future.modes().isEmpty()) {
        futures.put(actor, future);
      }
    }
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (noteContact()) {
      series.put("ttcPlanned", 0.0);
      return;
    }
    Plan current = plan;
    if (current == null
        || current.nominal().isEmpty()
        || current.nominal().last().timeNs() <= situation.timeNs()
        || TtcMeasure.isStanding(situation)) {
      return;
    }
    defined = true;
    double nearest = nearestS(situation, current.nominal());
    if (nearest < Double.POSITIVE_INFINITY) {
      finite.add(nearest);
      series.put("ttcPlanned", nearest);
    }
  }

  private double nearestS(Situation situation, Trajectory way) {
    PlannedContact contact = new PlannedContact(situation, way);
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < situation.others().size(); i++) {
      Box2 box = situation.boxes().get(i);
      String name = situation.others().get(i).name();
      if (!collisions.touched().contains(name)
          && contact.mayMeet(box, situation.others().get(i).speedMps())
          && TtcMeasure.isRelevant(situation, box)) {
        double speed = situation.others().get(i).speedMps();
        nearest = Math.min(nearest, contact.timeS(box, speed, futures.get(name), futuresNs));
      }
    }
    return nearest;
  }

  private boolean noteContact() {
    Collision newest = collisions.lastAtFault();
    if (newest == null || newest.equals(known)) {
      return false;
    }
    known = newest;
    finite.add(0.0);
    return true;
  }

  @Override
  public void report(Findings findings) {
    noteContact();
    String none = "nobody was on a course to be hit within 5 s of a plan";
    add(findings, "ttc.planned.min", finite.min(), Metric.Better.HIGHER, none);
    add(findings, "ttc.planned.p01", finite.quantile(0.01), Metric.Better.HIGHER, none);
    add(
        findings,
        "ttc.planned.timeBelow1.5s",
        below(1.5),
        Metric.Better.LOWER,
        "no plan was driven");
    add(findings, "ttc.planned.timeBelow3s", below(3.0), Metric.Better.LOWER, "no plan was driven");
  }

  /** Seconds at the metric rate during which somebody would be hit that soon. */
  private double below(double seconds) {
    int ticks = 0;
    for (double ttc : finite.toArray()) {
      ticks += ttc < seconds ? 1 : 0;
    }
    return defined ? ticks * STEP_S : Double.NaN;
  }

  private static void add(
      Findings findings, String name, double value, Metric.Better better, String none) {
    findings.add(Metric.free(name, value, "s", Owner.PLANNING, better).because(none));
  }
}
