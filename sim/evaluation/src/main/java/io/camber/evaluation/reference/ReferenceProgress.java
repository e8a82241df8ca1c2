package io.camber.evaluation.reference;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.MissionRoute;
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
 * The others do not react to it. Its way is the one the ego drove as long as that led on along the route, and from there on the route
 * itself, and the progress of both counts along the route and no further than its goal; on a wrong turn, on the oncoming lane and in
 * circles there is none; who was never on the route is compared with the drive along it from its start. Where the mission has no goal its way is the ego's and from its end on the lane ahead, and what the ego
 * drives against its lane is no progress.
 */
public final class ReferenceProgress implements Measure {
  /** nuPlan's shipped configuration: less progress than this counts as this much. */
  private static final double LEAST_M = 2.0;

  private static final double AHEAD_M = 400.0;
  private static final double STEP_M = 2.0;
  private static final double AT_GOAL_M = 5.0;
  private static final double LEAST_STEP_M = 0.05;

  /** More of the route than this between two instants was driven elsewhere. */
  private static final double GAP_M = 10.0;

  private static final double NS = 1e-9;

  private final RoadMap map;
  private final Mission mission;
  private final MissionRoute route;
  private final List<Instant> instants = new ArrayList<>();
  private final List<Vec2> trace = new ArrayList<>();
  private final List<Double> traceS = new ArrayList<>();
  private @Nullable LanePosition lastLane;
  private @Nullable Vec2 lastCenter;
  private double travelledM;
  private double ownM;
  private double furthestM;
  private double startMps;
  private double widthM;
  private int startIndex;
  private boolean onRoute;

  /** What the reference driver has to reckon with at one instant; {@code ownM} is the ego's progress by then. */
  private record Instant(
      long timeNs,
      double travelledM,
      double ownM,
      double wantedMps,
      double stopS,
      double halfLengthM,
      List<Other> others) {
    Instant withoutProgress() {
      return new Instant(timeNs, travelledM, 0.0, wantedMps, stopS, halfLengthM, others);
    }
  }

  /** Somebody else, as a box that moves. */
  private record Other(Box2 box, double speedMps) {}

  /** @param route fed with the same instants */
  public ReferenceProgress(RoadMap map, Mission mission, MissionRoute route) {
    this.map = map;
    this.mission = mission;
    this.route = route;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Vec2 center = situation.footprint().center().position();
    Vec2 before = lastCenter;
    double moved = before == null ? 0.0 : before.distanceTo(center);
    lastCenter = center;
    travelledM += moved;
    if (route.isKnown() && !onRoute) {
      startOnRoute(situation, center);
    }
    double s = follow(situation, center, moved);
    situation.lane().center().ifPresent(lane -> lastLane = lane);
    double half = situation.footprint().lengthM() / 2.0;
    double stopS = situation
        .stop()
        .filter(stop -> stop.red() && isOnWay())
        .map(stop -> s + half + stop.distanceM())
        .orElse(Double.POSITIVE_INFINITY);
    List<Other> others = new ArrayList<>(situation.others().size());
    for (int i = 0; i < situation.others().size(); i++) {
      others.add(new Other(situation.boxes().get(i), situation.others().get(i).speedMps()));
    }
    double wanted = Math.min(situation.lane().speedLimitMps(), mission.speedMpsSet());
    instants.add(new Instant(
        situation.timeNs(), travelledM, ownM, Math.max(wanted, 0.0), stopS, half, others));
    if (instants.size() == 1) {
      startMps = Math.max(0.0, situation.speedMps());
      widthM = situation.footprint().widthM();
    }
  }

  /** Before it came to the first lane of the route neither the ego nor the reference driver has come anywhere. */
  private void startOnRoute(Situation situation, Vec2 center) {
    onRoute = true;
    startIndex = instants.size();
    startMps = Math.max(0.0, situation.speedMps());
    instants.replaceAll(Instant::withoutProgress);
    trace.clear();
    traceS.clear();
    append(route.isOn() ? center : route.pointAt(0.0).orElseThrow(), 0.0);
  }

  /** Where the ego is on the way; adds to the way what leads on. */
  private double follow(Situation situation, Vec2 center, double moved) {
    int last = trace.size() - 1;
    double end = last < 0 ? 0.0 : traceS.get(last);
    if (!route.isKnown()) {
      ownM += situation.lane().againstLane() ? 0.0 : moved;
      double s = last < 0 ? 0.0 : end + trace.get(last).distanceTo(center);
      if (last < 0 || s - end > LEAST_STEP_M) {
        append(center, s);
      }
      return s;
    }
    ownM = toGoal(route.stationM());
    if (!route.isOn()) {
      return end;
    }
    double ahead = route.stationM() - furthestM;
    if (ahead > LEAST_STEP_M) {
      fill(ahead);
      append(center, distanceTo(center));
      furthestM = route.stationM();
    }
    return traceS.get(trace.size() - 1) + Math.min(0.0, ahead);
  }

  /** So near to the goal is there; what is driven beyond it is no progress. */
  private double toGoal(double station) {
    return route.goalM() > 0.0 && station >= route.goalM() - AT_GOAL_M ? route.goalM() : station;
  }

  /** What was left out of the route between the way so far and where the ego came back to it. */
  private void fill(double ahead) {
    for (double s = furthestM + STEP_M; ahead > GAP_M && s < furthestM + ahead; s += STEP_M) {
      route.pointAt(s).ifPresent(point -> append(point, distanceTo(point)));
    }
  }

  private double distanceTo(Vec2 point) {
    int last = trace.size() - 1;
    return last < 0 ? 0.0 : traceS.get(last) + trace.get(last).distanceTo(point);
  }

  private void append(Vec2 point, double s) {
    trace.add(point);
    traceS.add(s);
  }

  private boolean isOnWay() {
    return !route.isKnown() || route.isOn();
  }

  @Override
  public void report(Findings findings) {
    String none = "the stack never drove on a lane";
    boolean any = instants.size() >= 2 && !trace.isEmpty();
    double[] stations = any ? referenceStations() : new double[0];
    double reference = any ? stations[stations.length - 1] : Double.NaN;
    findings.add(Metric.free(
            "progress.referenceDistance", reference, "m", Owner.SYSTEM, Metric.Better.NEITHER)
        .because(none));
    double ratio = ownM < -LEAST_M
        ? 0.0
        : Math.min(1.0, Math.max(ownM, LEAST_M) / Math.max(reference, LEAST_M));
    findings.add(Metric.free(
            "progress.ratioToReference",
            any ? ratio : Double.NaN,
            "1",
            Owner.PLANNING,
            Metric.Better.HIGHER)
        .because(none));
    findings.add(Metric.free(
            "progress.timeRatioToReference",
            any ? timeRatio(stations) : Double.NaN,
            "1",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because("the ego or the reference driver came less than 2 m"));
  }

  /** Time of the ego over that of the reference driver to where both came. */
  private double timeRatio(double[] stations) {
    double both = Math.min(ownM, stations[stations.length - 1]);
    if (both < LEAST_M) {
      return Double.NaN;
    }
    double[] own = instants.stream().mapToDouble(Instant::ownM).toArray();
    return timeS(own, both) / timeS(stations, both);
  }

  /** When a station was reached first, linear between two instants. */
  private double timeS(double[] stations, double station) {
    long startNs = instants.get(0).timeNs();
    for (int i = 1; i < stations.length; i++) {
      if (stations[i] >= station) {
        double share = (station - stations[i - 1]) / (stations[i] - stations[i - 1]);
        long fromNs = instants.get(i - 1).timeNs();
        return (fromNs - startNs + share * (instants.get(i).timeNs() - fromNs)) * NS;
      }
    }
    return Double.NaN;
  }

  /** Metres that the ego had driven by a time. */
  public double travelledM(long timeNs) {
    double travelled = 0.0;
    for (Instant instant : instants) {
      if (instant.timeNs() <= timeNs) {
        travelled = instant.travelledM();
      }
    }
    return travelled;
  }

  /** Progress of the reference driver at each instant. */
  private double[] referenceStations() {
    Way way = way();
    double[] stations = new double[instants.size()];
    double s = 0.0;
    double speed = startMps;
    for (int i = startIndex + 1; i < instants.size(); i++) {
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
      stations[i] = progressM(way, s, stations[i - 1]);
    }
    return stations;
  }

  private double progressM(Way way, double s, double nearM) {
    return route.isKnown() ? toGoal(route.stationOf(way.at(s), nearM)) : s;
  }

  private Way way() {
    Way way = new Way();
    trace.forEach(way::add);
    LanePosition lane = lastLane;
    double endM = Math.max(furthestM + AHEAD_M, route.goalM());
    for (double s = furthestM + STEP_M; route.isKnown() && s < endM; s += STEP_M) {
      route.pointAt(s).ifPresent(way::add);
    }
    if (lane != null && !route.isKnown()) {
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
