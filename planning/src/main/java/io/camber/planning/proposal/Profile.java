package io.camber.planning.proposal;

import io.camber.planning.forecast.PlanGrid;
import java.util.Arrays;

/** Motion along a path over the time grid. Arrays are owned by this object. */
public final class Profile {
  private final double[] arc = new double[PlanGrid.COUNT];
  private final double[] speed = new double[PlanGrid.COUNT];
  private final double[] accel = new double[PlanGrid.COUNT];

  Profile() {}

  void set(int k, double arcM, double speedMps, double accelMps2) {
    arc[k] = arcM;
    speed[k] = speedMps;
    accel[k] = accelMps2;
  }

  boolean isSame(Profile other) {
    return Arrays.equals(arc, other.arc);
  }

  /** Arc length of {@code base_link} along the path. */
  public double arc(int k) {
    return arc[k];
  }

  public double speedMps(int k) {
    return speed[k];
  }

  public double accelMps2(int k) {
    return accel[k];
  }

  public double lastArc() {
    return arc[PlanGrid.COUNT - 1];
  }

  public double lastSpeedMps() {
    return speed[PlanGrid.COUNT - 1];
  }
}
