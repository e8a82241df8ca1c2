package io.camber.planning;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;

/**
 * Where a plan starts: on the last plan while the car keeps to it, so that plans are continuous; otherwise where the car will
 * be when the plan takes effect.
 */
final class PlanStart {
  private static final double YAW_MAX = 0.15;

  /** An accelerating plan may be this much faster than the car: what its drive lag explains. */
  private static final double LEAD_MPS_MAX = 0.6;

  private PlanStart() {}

  static TrajectoryPoint of(PlanningInput input, Trajectory last, PlannerConfig config) {
    long startNs = input.timeNs() + (long) (config.latencyS() * 1e9);
    if (!input.engaged() || !keepsTo(last, input, startNs, config)) {
      return carriedOn(input, startNs);
    }
    TrajectoryPoint meant = last.at(startNs);
    return runsAway(meant, input) ? atTheCarsPace(meant, input, startNs) : meant;
  }

  /** A plan that speeds up faster than the car follows would make the controller chase it. */
  private static boolean runsAway(TrajectoryPoint meant, PlanningInput input) {
    double lead = meant.speedMps() - input.ego().twist().forwardMps();
    return meant.accelMps2() > 0.0 && lead > LEAD_MPS_MAX;
  }

  /** Where the car will be, still with the acceleration that was asked for and is to come. */
  private static TrajectoryPoint atTheCarsPace(
      TrajectoryPoint meant, PlanningInput input, long startNs) {
    TrajectoryPoint car = carriedOn(input, startNs);
    return new TrajectoryPoint(
        startNs,
        car.x(),
        car.y(),
        car.yaw(),
        car.curvaturePerM(),
        car.speedMps(),
        meant.accelMps2());
  }

  private static boolean keepsTo(
      Trajectory last, PlanningInput input, long startNs, PlannerConfig config) {
    if (last.isEmpty() || last.last().timeNs() < startNs) {
      return false;
    }
    long egoNs = Math.max(input.ego().timeNs(), last.points().get(0).timeNs());
    TrajectoryPoint meant = last.at(egoNs);
    double dt = (egoNs - input.ego().timeNs()) * 1e-9;
    Pose2 pose = input.ego().mapFromBase().toPose2();
    double c = StrictMath.cos(meant.yaw());
    double s = StrictMath.sin(meant.yaw());
    double v = input.ego().twist().forwardMps();
    double dx = pose.x() + v * dt * c - meant.x();
    double dy = pose.y() + v * dt * s - meant.y();
    return Math.abs(c * dx + s * dy) < config.alongMMax()
        && Math.abs(-s * dx + c * dy) < config.lateralMMax()
        && Math.abs(v - meant.speedMps()) < config.speedMpsMax()
        && Math.abs(Angles.difference(pose.yaw(), meant.yaw())) < YAW_MAX;
  }

  private static TrajectoryPoint carriedOn(PlanningInput input, long startNs) {
    Pose2 pose = input.ego().mapFromBase().toPose2();
    double dt = Math.max(0.0, (startNs - input.ego().timeNs()) * 1e-9);
    double v = Math.max(0.0, input.ego().twist().forwardMps());
    double a = v < 0.05 ? Math.max(0.0, input.ego().accelMps2()) : input.ego().accelMps2();
    a = Math.max(-9.0, Math.min(3.0, a));
    double curvature = StrictMath.tan(input.steeringAngle()) / input.vehicle().wheelbaseM();
    double end = Math.max(0.0, v + a * dt);
    double way = 0.5 * (v + end) * dt;
    double middle = pose.yaw() + 0.5 * curvature * way;
    return new TrajectoryPoint(
        startNs,
        pose.x() + way * StrictMath.cos(middle),
        pose.y() + way * StrictMath.sin(middle),
        Angles.wrap(pose.yaw() + curvature * way),
        curvature,
        end,
        v < 0.05 ? 0.0 : a);
  }
}
