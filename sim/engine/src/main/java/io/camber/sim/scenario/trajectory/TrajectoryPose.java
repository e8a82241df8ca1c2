package io.camber.sim.scenario.trajectory;

/**
 * A point of a trajectory, reused by its reader.
 */
public final class TrajectoryPose {
  double s;
  double x;
  double y;
  double z;
  double yaw;
  double lineYaw;
  double speedMps;
  boolean hasYaw;
  boolean hasZ;

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double z() {
    return z;
  }

  /** Heading of the body. */
  public double yaw() {
    return yaw;
  }

  /** Direction of the line. */
  public double lineYaw() {
    return lineYaw;
  }

  /** Speed that the times along the line imply. */
  public double speedMps() {
    return speedMps;
  }

  /** True when the file gives the heading here. */
  public boolean hasYaw() {
    return hasYaw;
  }

  /** True when the file gives the elevation here. */
  public boolean hasZ() {
    return hasZ;
  }
}
