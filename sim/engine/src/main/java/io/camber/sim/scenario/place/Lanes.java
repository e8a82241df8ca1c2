package io.camber.sim.scenario.place;

/** Lane numbers of OpenDRIVE, where 0 is the reference line and no lane. */
public final class Lanes {
  private Lanes() {}

  /** The lane {@code steps} to the left along t of a lane. */
  public static int shifted(int lane, int steps) {
    int shifted = lane + steps;
    if (lane != 0 && (shifted == 0 || Integer.signum(shifted) != Integer.signum(lane))) {
      shifted += Integer.signum(steps);
    }
    return shifted;
  }
}
