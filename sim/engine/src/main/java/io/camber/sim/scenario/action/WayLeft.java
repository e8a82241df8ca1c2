package io.camber.sim.scenario.action;

import io.camber.geometry.Angles;
import io.camber.map.road.Road;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.TrajectoryPlace;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadDistance;
import io.camber.sim.scenario.trajectory.TrajectoryRun;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far somebody still has to go to a place: along the trajectory followed, else along roads, else straight. */
final class WayLeft {
  private static final double FAR_M = 1e6;

  private final Supplier<Motion> motion;
  private final Place place;
  private final RoadCursor target;
  private @Nullable Road road;
  private boolean alongRoad;
  private double there;
  private double leftThere;

  WayLeft(Supplier<Motion> motion, Place place, RoadCursor target) {
    this.motion = motion;
    this.place = place;
    this.target = target;
  }

  /** Metres, negative when the place lies behind. */
  double distanceM() {
    Optional<TrajectoryRun> run = motion.get().trajectory();
    if (run.isPresent()) {
      return alongTrajectory(run.get());
    }
    RoadCursor here = motion.get().cursor();
    if (here.isOnRoad() && here.road() == road && here.looksAlongRoad() == alongRoad) {
      // still on the road where the way was last looked up
      return leftThere - (here.s() - there) * (alongRoad ? 1.0 : -1.0);
    }
    Optional<RoadDistance> found = RoadDistance.between(here, target, FAR_M);
    if (found.isEmpty()) {
      road = null;
      return straight(here);
    }
    road = here.road();
    alongRoad = here.looksAlongRoad();
    there = here.s();
    leftThere = found.get().ds();
    return leftThere;
  }

  private double alongTrajectory(TrajectoryRun run) {
    double station =
        place instanceof TrajectoryPlace on && on.trajectory().name().equals(run.name())
            ? on.s()
            : run.line().nearestStation(target.x(), target.y());
    double along = station - run.station();
    boolean against = looksAway(run.pose().lineYaw(), motion.get().cursor().yaw());
    return against ? -along : along;
  }

  private double straight(RoadCursor here) {
    double dx = target.x() - here.x();
    double dy = target.y() - here.y();
    double distance = StrictMath.hypot(dx, dy);
    return looksAway(StrictMath.atan2(dy, dx), here.yaw()) ? -distance : distance;
  }

  private static boolean looksAway(double direction, double yaw) {
    return Math.abs(Angles.difference(direction, yaw)) > Math.PI / 2.0;
  }
}
