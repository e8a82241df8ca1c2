package io.camber.evaluation.reference;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import io.camber.motion.Mission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the ego came, against a reference driver on the same way among the same others: {@link FollowingDriver}, which sees
 * all, follows whoever is in its way where they really went, stops at red lights, and keeps the speed limit and the set speed.
 * The others do not react to it. Its way is the one the ego drove, and from its end on the lane ahead.
 */
public final class ReferenceProgress implements Measure {
  /** nuPlan's shipped configuration: less progress than this counts as this much. */
  private static final double LEAST_M = 2.0;

  private static final double AHEAD_M = 400.0;
  private static final double STEP_M = 2.0;
  private static final double NS = 1e-9;

  private final RoadMap map;
  private final Mission mission;
  private final List<Instant> instants = new ArrayList<>();
  private final List<Vec2> trace = new ArrayList<>();
  private final List<Double> traceS = new ArrayList<>();
  private @Nullable LanePosition lastLane;
  private double startMps;
  private double widthM;

  /** What the reference driver has to reckon with at one instant. */
  private record Instant(
      long timeNs,
      double egoS,
      double wantedMps,
      double stopS,
      double halfLengthM,
      List<Other> others) {}

  /** Somebody else, as a box that moves. */
  private record Other(Box2 box, double speedMps) {}

  public ReferenceProgress(RoadMap map, Mission mission) {
    this.map = map;
    this.mission = mission;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Vec2 center = situation.footprint().center().position();
    int last = trace.size() - 1;
    double moved = last < 0 ? 0.0 : trace.get(last).distanceTo(center);
    double s = last < 0 ? 0.0 : traceS.get(last) + moved;
    if (last < 0 || moved > 0.05) {
      trace.add(center);
      traceS.add(s);
    }
    situation.lane().center().ifPresent(lane -> lastLane = lane);
    double half = situation.footprint().lengthM() / 2.0;
    double stopS = situation
        .stop()
        .filter(stop -> stop.red())
        .map(stop -> s + half + stop.distanceM())
        .orElse(Double.POSITIVE_INFINITY);
    List<Other> others = new ArrayList<>(situation.others().size());
    for (int i = 0; i < situation.others().size(); i++) {
      others.add(new Other(situation.boxes().get(i), situation.others().get(i).speedMps()));
    }
    double wanted = Math.min(situation.lane().speedLimitMps(), mission.speedMpsSet());
    instants.add(new Instant(situation.timeNs(), s, Math.max(wanted, 0.0), stopS, half, others));
    if (instants.size() == 1) {
      startMps = Math.max(0.0, situation.speedMps());
      widthM = situation.footprint().widthM();
    }
  }

  @Override
  public void report(Findings findings) {
    String none = "the stack never drove on a lane";
    double reference = instants.size() < 2 ? Double.NaN : referenceM();
    double own =
        instants.isEmpty() ? Double.NaN : instants.get(instants.size() - 1).egoS();
    findings.add(Metric.free(
            "progress.referenceDistance", reference, "m", Owner.SYSTEM, Metric.Better.NEITHER)
        .because(none));
    double ratio = Math.min(1.0, Math.max(own, LEAST_M) / Math.max(reference, LEAST_M));
    findings.add(Metric.free(
            "progress.ratioToReference",
            Double.isNaN(reference) ? Double.NaN : ratio,
            "1",
            Owner.PLANNING,
            Metric.Better.HIGHER)
        .because(none));
  }

  /** Metres that the ego had driven by a time. */
  public double travelledM(long timeNs) {
    double travelled = 0.0;
    for (Instant instant : instants) {
      if (instant.timeNs() <= timeNs) {
        travelled = instant.egoS();
      }
    }
    return travelled;
  }

  private double referenceM() {
    Way way = way();
    double s = 0.0;
    double speed = startMps;
    for (int i = 1; i < instants.size(); i++) {
      Instant now = instants.get(i - 1);
      double step = (instants.get(i).timeNs() - now.timeNs()) * NS;
      double front = s + now.halfLengthM();
      double clearance = now.stopS() >= front ? now.stopS() - front : Double.POSITIVE_INFINITY;
      double ahead = 0.0;
      for (Other other : now.others()) {
        Way.Place place = way.locate(other.box(), s, AHEAD_M / 2.0, widthM);
        if (place != null && place.rearS() + STEP_M > front && place.rearS() - front < clearance) {
          clearance = place.rearS() - front;
          ahead = Math.max(0.0, other.speedMps() * place.cos());
        }
      }
      double accel = FollowingDriver.accelMps2(speed, now.wantedMps(), clearance, ahead);
      double next = Math.max(0.0, speed + accel * step);
      s += (speed + next) / 2.0 * step;
      speed = next;
    }
    return s;
  }

  private Way way() {
    Way way = new Way();
    trace.forEach(way::add);
    LanePosition lane = lastLane;
    if (lane != null) {
      LanePath path = LanePath.of(new Router(map).follow(lane, 2.0 * AHEAD_M));
      Vec2 end = trace.get(trace.size() - 1);
      double from = path.toFrenet(end.x(), end.y()).s();
      double offset = path.toFrenet(end.x(), end.y()).d();
      for (double s = from + STEP_M; s < Math.min(path.lengthM(), from + AHEAD_M); s += STEP_M) {
        Pose2 pose = path.fromFrenet(s, offset);
        way.add(pose.position());
      }
    }
    return way;
  }
}
