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
    relativeYaw = Angles.difference(yaw, roadYaw);
    lean();
  }

  /** Turns the body relative to increasing s of the road. */
  void setRelativeYaw(double angle) {
    relativeYaw = Angles.wrap(angle);
    yaw = Angles.wrap(roadYaw + relativeYaw);
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
    yaw = Angles.wrap(roadYaw + relativeYaw);
    onSurface = true;
    boolean turned = turn > Math.PI / 2.0;
    tilt(turned ? -surface.pitch() : surface.pitch(), turned ? -surface.roll() : surface.roll());
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

  private void lean() {
    if (onSurface) {
      tilt(surfacePitch, surfaceRoll);
    }
  }

  /** Pitch and roll of a body that stands on the surface at an angle to the road. */
  private void tilt(double alongRoad, double acrossRoad) {
    surfacePitch = alongRoad;
    surfaceRoll = acrossRoad;
    if (alongRoad == 0.0 && acrossRoad == 0.0) {
      pitch = 0.0;
      roll = 0.0;
      return;
    }
    double c = StrictMath.cos(relativeYaw);
    double n = StrictMath.sin(relativeYaw);
    pitch = alongRoad * c - acrossRoad * n;
    roll = acrossRoad * c + alongRoad * n;
  }
}
