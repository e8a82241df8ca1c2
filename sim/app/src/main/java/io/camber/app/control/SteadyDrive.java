package io.camber.app.control;

import io.camber.motion.TrajectoryPoint;

/** Straight on to the east at one speed, for as long as it takes. */
record SteadyDrive(double speedMps) implements Reference {
  private static final double NS = 1e-9;

  @Override
  public TrajectoryPoint at(long timeNs) {
    return new TrajectoryPoint(timeNs, speedMps * timeNs * NS, 0.0, 0.0, 0.0, speedMps, 0.0);
  }

  @Override
  public double pitch() {
    return 0.0;
  }
}
