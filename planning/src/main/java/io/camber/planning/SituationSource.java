package io.camber.planning;

import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.forecast.Forecast;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.proposal.StartState;
import io.camber.planning.route.Guidance;
import io.camber.planning.route.LaneChangeWish;
import io.camber.planning.route.ReferenceLine;
import io.camber.planning.route.RouteGuide;
import io.camber.planning.route.StopJudge;
import io.camber.planning.route.StopPoint;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what the planner knows about one start state together. State: the route, what lights showed. One owner thread. */
final class SituationSource {
  /** A lane change is begun this long after the plan's start at the earliest. */
  private static final double CHANGE_LOOK_S = 2.0;

  /** A corner this close outside a lane is still on the road: edges are drawn, not walls. */
  private static final double EDGE_M = 0.1;

  private final ProposalGenerator generator;
  private final StopJudge stopJudge = new StopJudge();
  private @Nullable RouteGuide guide;
  private @Nullable RoadMap guidedMap;
  private @Nullable Mission guidedMission;
  private RouteView route = RouteView.NONE;

  SituationSource(ProposalGenerator generator) {
    this.generator = generator;
  }

  Situation read(PlanningInput input, TrajectoryPoint start) {
    Guidance guidance =
        guideFor(input).update(start.pose()).orElseGet(() -> RouteGuide.straightOn(start.pose()));
    route = new RouteView(guidance.laneIds(), guidance.reachesGoal());
    ReferenceLine line = guidance.line();
    StartState state = onLine(start, line, guidance.s());
    double setMps = generator.setMps(input.mission().speedMpsSet());
    Forecast forecast = forecast(input.tracks(), input.futures(), line, state, setMps);
    List<StopPoint> holding = stopJudge.holding(
        guidance.stops(),
        input.signals(),
        state.s() + input.vehicle().frontM(),
        state.speedMps(),
        state.timeNs());
    return new Situation(
        line,
        state,
        input.vehicle(),
        forecast,
        (x, y) -> input.map().onDrivable(x, y, EDGE_M),
        setMps,
        holding,
        changeOffsets(guidance, state),
        urgency(guidance.change(), state));
  }

  /** The same situation when these are around; nothing is remembered of it. */
  Situation among(Tracks tracks, Futures futures, Situation situation) {
    return situation.withForecast(
        forecast(tracks, futures, situation.line(), situation.start(), situation.setMps()));
  }

  private Forecast forecast(
      Tracks tracks, Futures futures, ReferenceLine line, StartState state, double setMps) {
    double reachM = generator.reachM(state.speedMps(), setMps);
    return Forecast.of(tracks, futures, state.timeNs(), line, state.s(), reachM);
  }

  RouteView route() {
    return route;
  }

  private RouteGuide guideFor(PlanningInput input) {
    RouteGuide current = guide;
    if (current == null || guidedMap != input.map() || !input.mission().equals(guidedMission)) {
      current = new RouteGuide(input.map(), input.mission());
      guide = current;
      guidedMap = input.map();
      guidedMission = input.mission();
    }
    return current;
  }

  private static StartState onLine(TrajectoryPoint p, ReferenceLine line, double nearS) {
    double s = line.projectNear(p.x(), p.y(), nearS);
    double d = line.offset(p.x(), p.y(), s);
    return new StartState(
        p.timeNs(),
        p.x(),
        p.y(),
        p.yaw(),
        p.curvaturePerM(),
        Math.max(0.0, p.speedMps()),
        p.accelMps2(),
        s,
        d);
  }

  private static List<Double> changeOffsets(Guidance guidance, StartState state) {
    List<Double> offsets = new ArrayList<>();
    int side = guidance.change().side();
    if (side != 0) {
      ReferenceLine line = guidance.line();
      double at = state.s() + CHANGE_LOOK_S * state.speedMps();
      offsets.add(side * (line.leftEdgeAt(at) - line.rightEdgeAt(at)));
    }
    return offsets;
  }

  /** From 0 with 16 s to go to 1 with 6 s to go. */
  private static double urgency(LaneChangeWish change, StartState state) {
    if (change.side() == 0) {
      return 0.0;
    }
    double left = (change.untilS() - state.s()) / Math.max(5.0, state.speedMps());
    return Math.max(0.0, Math.min(1.0, (16.0 - left) / 10.0));
  }
}
