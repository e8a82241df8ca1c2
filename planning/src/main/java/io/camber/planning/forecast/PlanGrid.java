package io.camber.planning.forecast;

/** The planner's time grid: 81 instants 0.1 s apart, the first being the start of the plan. */
public final class PlanGrid {
  public static final double STEP_S = 0.1;
  public static final long STEP_NS = 100_000_000L;
  public static final int COUNT = 81;

  private PlanGrid() {}
}
