package io.camber.sim.sensor.lidar;

/** Directions of the 64 beams: dense about the horizon, where far things are, sparse near the car and above. */
final class Beams {
  /** Elevations in degrees, ring 0 lowest. Only this table is in degrees, as data sheets are. */
  private static final double[] BELOW = {
    -25, -22, -19.5, -17.4, -15.6, -14.0, -12.6, -11.3, -10.2, -9.2
  };

  private static final double[] ABOVE = {3.0, 4.0, 5.0, 6.0, 7.2, 8.5, 10.0, 11.5, 13.2, 15.0};
  private static final int DENSE = 44;
  private static final double DENSE_LOW = -8.3;
  private static final double DENSE_HIGH = 2.2;

  static final int COUNT = 64;

  private Beams() {}

  /** Elevation of each ring, rad, ascending. */
  static double[] elevations() {
    double[] elevations = new double[COUNT];
    int ring = 0;
    for (double degrees : BELOW) {
      elevations[ring++] = Math.toRadians(degrees);
    }
    for (int i = 0; i < DENSE; i++) {
      elevations[ring++] = Math.toRadians(DENSE_LOW + (DENSE_HIGH - DENSE_LOW) * i / (DENSE - 1));
    }
    for (double degrees : ABOVE) {
      elevations[ring++] = Math.toRadians(degrees);
    }
    return elevations;
  }
}
