package io.camber.planning;

import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.LateralPath;
import io.camber.planning.proposal.Profile;
import io.camber.planning.proposal.Proposal;
import java.util.ArrayList;
import java.util.List;

/** Writes proposals out as trajectories. */
final class Trajectories {
  private static final int SKETCH_STEPS = 8;

  private Trajectories() {}

  static Trajectory of(Proposal proposal, long startNs) {
    LateralPath path = proposal.path();
    Profile profile = proposal.profile();
    List<TrajectoryPoint> points = new ArrayList<>(PlanGrid.COUNT);
    int cell = 0;
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      double arc = profile.arc(k);
      cell = path.cell(arc, cell);
      points.add(new TrajectoryPoint(
          startNs + k * PlanGrid.STEP_NS,
          path.xAt(arc, cell),
          path.yAt(arc, cell),
          Angles.wrap(path.yawAt(arc, cell)),
          path.curvatureAt(arc, cell),
          profile.speedMps(k),
          profile.accelMps2(k)));
    }
    return new Trajectory(points);
  }

  /** Where a proposal leads, for people to look at: a point every {@value #SKETCH_STEPS} steps of the grid. */
  static List<Vec2> sketch(Proposal proposal) {
    List<Vec2> points = new ArrayList<>(1 + PlanGrid.COUNT / SKETCH_STEPS);
    int cell = 0;
    for (int k = 0; k < PlanGrid.COUNT; k += SKETCH_STEPS) {
      double arc = proposal.profile().arc(k);
      cell = proposal.path().cell(arc, cell);
      points.add(new Vec2(proposal.path().xAt(arc, cell), proposal.path().yAt(arc, cell)));
    }
    return points;
  }
}
