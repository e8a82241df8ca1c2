package io.camber.sim.scenario.road;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;

/**
 * Pose of a body in the map frame and how it relates to the road under it: the yaw relative to increasing s, and the slope it
 * leans with. Knows no lanes. Mutable, a part of one cursor.
 */
final class BodyPose {
  private double x;
  private double y;
  private double z;
  private double yaw;
  private double pitch;
  private double roll;
  private double roadYaw;
  private double relativeYaw;
  private double surfacePitch;
  private double surfaceRoll;
  private boolean onSurface;

  void set(BodyPose other) {
    x = other.x;
    y = other.y;
    z = other.z;
    yaw = other.yaw;
    pitch = other.pitch;
    roll = other.roll;
    roadYaw = other.roadYaw;
    relativeYaw = other.relativeYaw;
    surfacePitch = other.surfacePitch;
    surfaceRoll = other.surfaceRoll;
    onSurface = other.onSurface;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double z() {
    return z;
  }

  double yaw() {
    return yaw;
  }

  double pitch() {
    return pitch;
  }

  double roll() {
    return roll;
  }

  double roadYaw() {
    return roadYaw;
  }

  double relativeYaw() {
    return relativeYaw;
  }

  void setPoint(double newX, double newY) {
    x = newX;
    y = newY;
  }

  void setZ(double newZ) {
    z = newZ;
  }

  void setPitchRoll(double newPitch, double newRoll) {
    pitch = newPitch;
    roll = newRoll;
  }

  void setYaw(double newYaw) {
    yaw = Angles.wrap(newYaw);
    relativeYaw = onSurface(Angles.difference(yaw, roadYaw));
    lean();
    yaw = Angles.wrap(newYaw);
  }

  /** Turns the body, in the plane of the road, relative to increasing s. */
  void setRelativeYaw(double angle) {
    relativeYaw = Angles.wrap(angle);
    lean();
  }

  /** The road's s now runs the other way; the body does not turn. */
  void reverseRoad() {
    relativeYaw = Angles.wrap(relativeYaw + Math.PI);
  }

  /** Stands at a pose of the surface; {@code turn} leads from its yaw to increasing s. The relative yaw stays. */
  void standAt(Pose3 surface, double turn) {
    x = surface.x();
    y = surface.y();
    z = surface.z();
    roadYaw = Angles.wrap(surface.yaw() + turn);
    boolean turned = turn > Math.PI / 2.0;
    surfacePitch = turned ? -surface.pitch() : surface.pitch();
    surfaceRoll = turned ? -surface.roll() : surface.roll();
    onSurface = true;
    lean();
  }

  /** Takes height and slope of the surface under the body, which stays where it is and as it is turned. */
  void restOn(Pose3 surface, double newRoadYaw) {
    roadYaw = newRoadYaw;
    z = surface.z();
    surfacePitch = surface.pitch();
    surfaceRoll = surface.roll();
    onSurface = true;
  }

  void leaveSurface() {
    roadYaw = 0.0;
    surfacePitch = 0.0;
    surfaceRoll = 0.0;
    z = 0.0;
    onSurface = false;
  }

  /**
   * Yaw, pitch and roll of a body that is turned by the relative yaw r in a plane of pitch p and roll q: the body's axes are
   * columns of Ry(p) Rx(q) Rz(r), in axes that follow the road in plan view.
   */
  private void lean() {
    if (!onSurface || isLevel()) {
      yaw = Angles.wrap(roadYaw + relativeYaw);
      if (onSurface) {
        pitch = 0.0;
        roll = 0.0;
      }
      return;
    }
    if (relativeYaw == 0.0) {
      yaw = roadYaw;
      pitch = surfacePitch;
      roll = surfaceRoll;
      return;
    }
    if (Math.abs(relativeYaw) == Math.PI) {
      yaw = Angles.wrap(roadYaw + Math.PI);
      pitch = -surfacePitch;
      roll = -surfaceRoll;
      return;
    }
    double c = StrictMath.cos(relativeYaw);
    double n = StrictMath.sin(relativeYaw);
    double cp = StrictMath.cos(surfacePitch);
    double np = StrictMath.sin(surfacePitch);
    double cq = StrictMath.cos(surfaceRoll);
    double nq = StrictMath.sin(surfaceRoll);
    yaw = Angles.wrap(roadYaw + StrictMath.atan2(n * cq, c * cp + n * nq * np));
    pitch = StrictMath.asin(Math.max(-1.0, Math.min(1.0, c * np - n * nq * cp)));
    roll = StrictMath.atan2(n * np + c * nq * cp, cp * cq);
  }

  private boolean isLevel() {
    return surfacePitch == 0.0 && surfaceRoll == 0.0;
  }

  /** The angle in the plane of the surface that looks like {@code inPlan} from above. */
  private double onSurface(double inPlan) {
    if (isLevel()) {
      return inPlan;
    }
    double c = StrictMath.cos(inPlan);
    double n = StrictMath.sin(inPlan);
    double cp = StrictMath.cos(surfacePitch);
    double np = StrictMath.sin(surfacePitch);
    double cq = StrictMath.cos(surfaceRoll);
    double nq = StrictMath.sin(surfaceRoll);
    return StrictMath.atan2(cp * n, cq * c - nq * np * n);
  }
}
