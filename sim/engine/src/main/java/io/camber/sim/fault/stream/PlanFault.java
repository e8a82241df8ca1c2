package io.camber.sim.fault.stream;

import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;

/** A planner whose nominal trajectory no car could or should follow. The safe stop stays as it was. */
final class PlanFault implements Distortion<Plan> {
  private final FaultTruth fault;

  PlanFault(FaultTruth fault) {
    this.fault = fault;
  }

  @Override
  public Plan apply(Plan plan, long nowNs) {
    List<TrajectoryPoint> points = plan.nominal().points();
    List<TrajectoryPoint> changed = new ArrayList<>();
    for (int i = 0; i < points.size() && !fault.kind().equals("empty"); i++) {
      changed.add(strike(points, i));
    }
    long shiftNs = fault.kind().equals("past") ? Math.round(fault.severity() * 1e9) : 0;
    return new Plan(
        plan.timeNs() - shiftNs,
        new Trajectory(changed),
        plan.safeStop(),
        plan.reasons(),
        plan.proposals());
  }

  private TrajectoryPoint strike(List<TrajectoryPoint> points, int i) {
    TrajectoryPoint p = points.get(i);
    double severity = fault.severity();
    return switch (fault.kind()) {
      case "nan" -> i == points.size() / 2 ? at(p, p.timeNs(), Double.NaN, p.y(), p.speedMps()) : p;
      case "past" -> at(p, p.timeNs() - Math.round(severity * 1e9), p.x(), p.y(), p.speedMps());
      case "jump" ->
        at(
            p,
            p.timeNs(),
            p.x() - severity * StrictMath.sin(p.yaw()),
            p.y() + severity * StrictMath.cos(p.yaw()),
            p.speedMps());
      case "backwards" -> {
        TrajectoryPoint other = points.get(points.size() - 1 - i);
        yield at(other, p.timeNs(), other.x(), other.y(), -other.speedMps());
      }
      default -> p;
    };
  }

  private static TrajectoryPoint at(
      TrajectoryPoint p, long timeNs, double x, double y, double speedMps) {
    return new TrajectoryPoint(timeNs, x, y, p.yaw(), p.curvaturePerM(), speedMps, p.accelMps2());
  }
}
