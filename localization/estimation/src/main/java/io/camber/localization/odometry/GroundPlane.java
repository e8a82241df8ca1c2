package io.camber.localization.odometry;

import io.camber.geometry.Pose3;
import io.camber.localization.leastsquares.NormalEquations;
import java.util.Optional;

/**
 * The road under and around the car as a plane {@code z = slopeX x + slopeY y + offset} in the published {@code base_link}, where a
 * sound mounting sees {@code z = 0}.
 */
public record GroundPlane(double slopeX, double slopeY, double offset) {
  private static final double ALONG_M = 15.0;
  private static final double ACROSS_M = 4.5;

  /** A mounting may be wrong by this much and more of it by the slope. */
  private static final double OFFSET_M_MAX = 0.25;

  private static final double SLOPE_MAX = 0.05;
  private static final int POINTS_MIN = 400;

  /** Gates of the residual, from a rough plane to one that leaves out kerbs; noise is 2 cm. */
  private static final double[] GATES_M = {0.15, 0.08, 0.05, 0.04, 0.04};

  /** The plane of a sweep; empty when too little road is in sight, or it is no plane. */
  public static Optional<GroundPlane> fit(Cloud cloud) {
    double a = 0.0;
    double b = 0.0;
    double c = 0.0;
    for (int round = 0; round <= GATES_M.length; round++) {
      NormalEquations equations = new NormalEquations(3);
      int used = 0;
      for (int i = 0; i < cloud.size; i++) {
        double x = cloud.x[i];
        double y = cloud.y[i];
        if (Math.abs(x) > ALONG_M || Math.abs(y) > ACROSS_M) {
          continue;
        }
        double gate =
            round == 0 ? OFFSET_M_MAX + SLOPE_MAX * Math.sqrt(x * x + y * y) : GATES_M[round - 1];
        if (Math.abs(cloud.z[i] - (a * x + b * y + c)) <= gate) {
          equations.add(new double[] {x, y, 1.0}, cloud.z[i], 1.0);
          used++;
        }
      }
      if (used < POINTS_MIN) {
        return Optional.empty();
      }
      double[] plane = equations.solve();
      a = plane[0];
      b = plane[1];
      c = plane[2];
    }
    return Double.isFinite(a + b + c) ? Optional.of(new GroundPlane(a, b, c)) : Optional.empty();
  }

  /** Turns and lifts {@code base_link} so that the road is level at height 0, without a turn about the vertical. */
  public Pose3 levelFromHere() {
    double norm = Math.sqrt(1.0 + slopeX * slopeX + slopeY * slopeY);
    // The third row of the rotation is the plane's normal (-slopeX, -slopeY, 1).
    return new Pose3(
        0.0,
        0.0,
        -offset / norm,
        0.0,
        StrictMath.asin(slopeX / norm),
        StrictMath.atan2(-slopeY, 1.0));
  }
}
