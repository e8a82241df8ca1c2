package io.camber.app.control;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;

/** Where a car under test should be at any time. */
interface Reference {
  int PLAN_POINTS = 80;
  long PLAN_STEP_NS = 100_000_000L;

  TrajectoryPoint at(long timeNs);

  /** Of the road, positive downhill. */
  double pitch();

  /** What a planner would say now: 8 s in steps of 0.1 s. */
  default Trajectory plan(long fromNs) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= PLAN_POINTS; i++) {
      points.add(at(fromNs + i * PLAN_STEP_NS));
    }
    return new Trajectory(points);
  }
}
