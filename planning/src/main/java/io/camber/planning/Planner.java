package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.planning.proposal.DrivingStyle;

/**
 * Decides what the ego does next. Called about ten times a second with the newest knowledge; may keep state between calls.
 * Not thread safe: one owner thread.
 */
public interface Planner {
  Plan plan(PlanningInput input);

  /** Drives in another style from the next plan on. */
  void restyle(DrivingStyle style);

  /** The route of the last plan. */
  RouteView route();
}
