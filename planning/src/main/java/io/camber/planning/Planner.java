package io.camber.planning;

import io.camber.motion.Plan;

/**
 * Decides what the ego does next. Called about ten times a second with the newest knowledge; may keep state between calls.
 * Not thread safe: one owner thread.
 */
public interface Planner {
  Plan plan(PlanningInput input);

  /** The route of the last plan. */
  RouteView route();
}
