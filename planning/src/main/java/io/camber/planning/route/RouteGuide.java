package io.camber.planning.route;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.routing.Router;
import io.camber.motion.Mission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the car's route: through the mission's waypoints by the cheapest lanes, or along the lane when there are none. Draws
 * the stretch up to the next lane change as a reference line and draws anew when the car has left it or it runs out. State:
 * the current stretch and the next waypoint. One owner thread.
 */
public final class RouteGuide {
  /** A car further from its line than this drives on another one. */
  private static final double OFF_LINE_M = 2.2;

  private static final double OFF_LINE_YAW = 1.2;

  /** Drawn behind the car, so that followers and the car's tail have stations. */
  private static final double BEHIND_M = 60.0;

  private static final double AHEAD_M = 900.0;

  /** The car is looked for this far around its last station, so that a line may cross itself. */
  private static final double NEAR_M = 25.0;

  /** From the goal, which is meant for the rear axle, to the end of the front bumper's way. */
  private static final double GOAL_FRONT_M = 5.0;

  /** With less line than this left it is drawn anew. */
  private static final double AHEAD_MIN_M = 450.0;

  /** A lane change past which the line goes on, for the case that there is no gap. */
  private static final double OVERRUN_M = 200.0;

  private final RoadMap map;
  private final Router router;
  private final Mission mission;
  private int nextWaypoint;
  private Optional<Course> course = Optional.empty();
  private double lastS;

  public RouteGuide(RoadMap map, Mission mission) {
    this.map = map;
    this.router = new Router(map);
    this.mission = mission;
  }

  private record Course(
      Strip strip,
      List<LaneSegment> lanes,
      boolean reachesGoal,
      double endS,
      boolean ends,
      LaneChangeWish change) {}

  /** The way on from a pose; empty when the car is on no lane and never was. */
  public Optional<Guidance> update(Pose2 ego) {
    boolean keep = course.isPresent() && isOn(course.get(), ego);
    if (!keep) {
      Optional<Course> drawn = draw(ego);
      if (drawn.isPresent()) {
        course = drawn;
        ReferenceLine line = drawn.get().strip().line();
        lastS = line.project(ego.x(), ego.y(), 0.0, 2.0 * BEHIND_M);
      }
    }
    return course.map(this::guidance);
  }

  /** Straight ahead for a car that is on no lane; it is asked to come to rest. */
  public static Guidance straightOn(Pose2 ego) {
    double behind = BEHIND_M;
    int n = (int) (behind + AHEAD_M);
    double[] x = new double[n];
    double[] y = new double[n];
    double c = StrictMath.cos(ego.yaw());
    double s = StrictMath.sin(ego.yaw());
    for (int i = 0; i < n; i++) {
      double along = i * ReferenceLine.STEP_M - behind;
      x[i] = ego.x() + along * c;
      y[i] = ego.y() + along * s;
    }
    ReferenceLine line = ReferenceLine.through(x, y, 0.0, 3.5);
    return new Guidance(line, behind, List.of(), List.of(), false, LaneChangeWish.NONE);
  }

  private boolean isOn(Course c, Pose2 ego) {
    ReferenceLine line = c.strip().line();
    double s = line.project(ego.x(), ego.y(), lastS - NEAR_M, lastS + NEAR_M);
    lastS = s;
    double d = line.offset(ego.x(), ego.y(), s);
    double yawError = Angles.difference(ego.yaw(), Angles.wrap(line.yawAt(s)));
    double half = d > 0.0 ? line.leftEdgeAt(s) : -line.rightEdgeAt(s);
    if (Math.abs(d) > Math.max(OFF_LINE_M, half + 0.2) || Math.abs(yawError) > OFF_LINE_YAW) {
      return false;
    }
    boolean changed = c.change().side() * d > half;
    boolean missed = s > c.change().untilS() + 1.0;
    boolean runsOut = !c.ends() && line.lengthM() - s < AHEAD_MIN_M;
    return !changed && !missed && !runsOut;
  }

  private Optional<Course> draw(Pose2 ego) {
    Optional<LanePosition> from = place(ego);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    List<LanePosition> goals = goals(from.get());
    if (!goals.isEmpty()) {
      Optional<List<LaneSegment>> lanes = router.route(from.get(), goals);
      if (lanes.isPresent()) {
        return Optional.of(
            along(lanes.get(), from.get(), Optional.of(goals.get(goals.size() - 1))));
      }
    }
    return Optional.of(along(router.follow(from.get(), AHEAD_M), from.get(), Optional.empty()));
  }

  /** The lane the car is on: that of the current line while the car is within it, so that junctions stay unambiguous. */
  private Optional<LanePosition> place(Pose2 ego) {
    if (course.isPresent()) {
      ReferenceLine line = course.get().strip().line();
      double s = lastS;
      double d = line.offset(ego.x(), ego.y(), s);
      boolean inside = d < line.leftEdgeAt(s) && d > line.rightEdgeAt(s);
      if (inside && s < line.lengthM() && s >= 0.0) {
        return Optional.of(course.get().strip().laneAt(s).locate(ego.x(), ego.y()));
      }
    }
    return map.project(ego);
  }

  /** Waypoints still ahead. One that lies on the car's lane behind the car, or under it, has been passed. */
  private List<LanePosition> goals(LanePosition from) {
    List<LanePosition> goals = new ArrayList<>();
    for (int i = nextWaypoint; i < mission.waypoints().size(); i++) {
      Optional<LanePosition> goal = map.project(mission.waypoints().get(i));
      if (goal.isEmpty()) {
        continue;
      }
      boolean passed = goals.isEmpty()
          && i + 1 < mission.waypoints().size()
          && goal.get().lane().id().equals(from.lane().id())
          && goal.get().s() < from.s() + 2.0;
      if (passed) {
        nextWaypoint = i + 1;
      } else {
        goals.add(goal.get());
      }
    }
    return goals;
  }

  /** Cuts the lanes at the first lane change and draws up to there, and on. */
  private Course along(List<LaneSegment> lanes, LanePosition from, Optional<LanePosition> goal) {
    List<LaneSegment> first = new ArrayList<>();
    int i = 0;
    first.add(lanes.get(0));
    while (i + 1 < lanes.size() && isSuccessor(lanes.get(i), lanes.get(i + 1))) {
      i++;
      first.add(lanes.get(i));
    }
    boolean changes = i + 1 < lanes.size();
    double untilEnd = length(first);
    LaneSegment last = first.get(first.size() - 1);
    int side = changes ? sideOf(last, lanes.get(i + 1)) : 0;
    double wantM = changes || goal.isPresent() ? OVERRUN_M : 0.0;
    boolean ends = false;
    if (wantM > 0.0) {
      Pose3 tip = last.centerAt(last.lengthM());
      LanePosition end = last.locate(tip.x(), tip.y());
      List<LaneSegment> on = router.follow(end, wantM);
      first.addAll(on.subList(1, on.size()));
      ends = true;
    } else {
      ends = length(first) - from.s() < AHEAD_MIN_M + 50.0;
    }
    List<LaneSegment> withBehind = withBehind(first, BEHIND_M - from.s());
    double before = length(withBehind) - length(first);
    double originS = Math.max(0.0, before + from.s() - BEHIND_M);
    Strip strip = new Strip(withBehind, originS);
    double shift = before - originS;
    double endS = goal.isPresent() && !changes
        ? shift + untilEnd - last.lengthM() + goal.get().s() + GOAL_FRONT_M
        : strip.line().lengthM();
    LaneChangeWish wish =
        side == 0 ? LaneChangeWish.NONE : new LaneChangeWish(side, shift + untilEnd);
    return new Course(strip, lanes, goal.isPresent(), endS, ends, wish);
  }

  private List<LaneSegment> withBehind(List<LaneSegment> lanes, double missingM) {
    List<LaneSegment> all = new ArrayList<>(lanes);
    double missing = missingM;
    while (missing > 0.0 && !all.get(0).predecessors().isEmpty()) {
      Optional<LaneSegment> before = map.findLane(all.get(0).predecessors().get(0));
      if (before.isEmpty() || all.contains(before.get())) {
        break;
      }
      all.add(0, before.get());
      missing -= before.get().lengthM();
    }
    return all;
  }

  private static boolean isSuccessor(LaneSegment from, LaneSegment to) {
    return from.successors().contains(to.id());
  }

  private static int sideOf(LaneSegment from, LaneSegment to) {
    return from.leftNeighbour().filter(to.id()::equals).isPresent() ? 1 : -1;
  }

  private static double length(List<LaneSegment> lanes) {
    double length = 0.0;
    for (LaneSegment lane : lanes) {
      length += lane.lengthM();
    }
    return length;
  }

  private Guidance guidance(Course c) {
    List<StopPoint> stops = new ArrayList<>(c.strip().stops());
    if (c.ends()) {
      stops.add(new StopPoint(StopPoint.Kind.END, "end", c.endS()));
    }
    List<String> ids = new ArrayList<>();
    for (LaneSegment lane : c.lanes()) {
      ids.add(lane.id());
    }
    return new Guidance(c.strip().line(), lastS, stops, ids, c.reachesGoal(), c.change());
  }
}
