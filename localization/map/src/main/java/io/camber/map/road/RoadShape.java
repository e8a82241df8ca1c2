package io.camber.map.road;

import io.camber.geometry.Pose3;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.geometry.Profile;
import io.camber.map.geometry.ReferenceLine;

/**
 * The surface of a road: plan view, elevation over s, banking (superelevation, positive lifts the left side) and lateral shape
 * over (s, t). The s-t plane is banked around the reference line, so t is measured along the banked surface.
 */
public record RoadShape(
    ReferenceLine line, Profile elevation, Profile superelevation, LateralShape lateralShape) {
  private static final double SHAPE_STEP_M = 0.01;

  /** Pose on the surface, {@code heightM} above it. Yaw along increasing s. */
  public Pose3 poseAt(double s, double t, double heightM) {
    CurvePoint point = line.at(s);
    double clamped = clamp(s);
    double z = elevation.at(clamped);
    double pitch = pitchAt(clamped);
    double bank = superelevation.isEmpty() ? 0.0 : superelevation.at(clamped);
    double height = lateralShape.at(clamped, t);
    double roll = bank + lateralRoll(clamped, t);
    double yaw = point.heading();
    if (bank == 0.0 && height == 0.0) {
      return new Pose3(
          point.x() - t * point.sin(), point.y() + t * point.cos(), z + heightM, yaw, pitch, roll);
    }
    double[] r = new Pose3(0.0, 0.0, 0.0, yaw, pitch, bank).rotation();
    return new Pose3(
        point.x() + r[1] * t + r[2] * height,
        point.y() + r[4] * t + r[5] * height,
        z + heightM + r[7] * t + r[8] * height,
        yaw,
        pitch,
        roll);
  }

  /** Height of the reference line. */
  public double elevationAt(double s) {
    return elevation.at(clamp(s));
  }

  /** Pitch of the reference line, nose down positive. */
  public double pitchAt(double s) {
    double slope = elevation.slopeAt(clamp(s));
    return slope == 0.0 ? 0.0 : -StrictMath.atan(slope);
  }

  private double clamp(double s) {
    return Math.max(0.0, Math.min(line.lengthM(), s));
  }

  private double lateralRoll(double s, double t) {
    if (lateralShape.isFlat()) {
      return 0.0;
    }
    double rise = lateralShape.at(s, t + SHAPE_STEP_M) - lateralShape.at(s, t - SHAPE_STEP_M);
    return StrictMath.atan(rise / (2.0 * SHAPE_STEP_M));
  }

  /** Whether points of one s lie straight left and right of the reference line in plan view at a distance equal to t. */
  public boolean isPlain() {
    return superelevation.isEmpty() && lateralShape.isFlat();
  }
}
