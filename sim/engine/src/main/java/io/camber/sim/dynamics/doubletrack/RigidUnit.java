package io.camber.sim.dynamics.doubletrack;

import io.camber.geometry.Pose2;

/** A body that moves in the plane under forces. Speeds are kept in the map's axes, so that only forces change them. Mutable. */
final class RigidUnit {
  private final double massKg;
  private final double yawInertiaKgM2;
  double x;
  double y;
  double yaw;
  double vx;
  double vy;
  double yawRate;
  private double cosine;
  private double sine;
  private double alongN;
  private double leftN;
  private double turningNm;

  RigidUnit(UnitConfig config) {
    massKg = config.massKg();
    yawInertiaKgM2 = config.yawInertiaKgM2();
  }

  double massKg() {
    return massKg;
  }

  double yawInertiaKgM2() {
    return yawInertiaKgM2;
  }

  /** Moves with its centre of gravity at a pose. */
  void reset(Pose2 pose, double forwardMps, double leftMps, double yawRateRadps) {
    x = pose.x();
    y = pose.y();
    yaw = pose.yaw();
    turnAxes();
    vx = cosine * forwardMps - sine * leftMps;
    vy = sine * forwardMps + cosine * leftMps;
    yawRate = yawRateRadps;
    clear();
  }

  private void turnAxes() {
    cosine = StrictMath.cos(yaw);
    sine = StrictMath.sin(yaw);
  }

  double forward() {
    return cosine * vx + sine * vy;
  }

  double left() {
    return cosine * vy - sine * vx;
  }

  /** The map's x of a point of the body relative to its centre of gravity. */
  double armX(double aheadM, double leftM) {
    return cosine * aheadM - sine * leftM;
  }

  double armY(double aheadM, double leftM) {
    return sine * aheadM + cosine * leftM;
  }

  void clear() {
    alongN = 0.0;
    leftN = 0.0;
    turningNm = 0.0;
  }

  /** Adds a force in the body's axes that acts at a point of it. */
  void push(double aheadM, double leftM, double forwardN, double sidewaysN) {
    alongN += forwardN;
    leftN += sidewaysN;
    turningNm += aheadM * sidewaysN - leftM * forwardN;
  }

  /** Turns the sum of the forces into speed. */
  void accelerate(double seconds) {
    double share = seconds / massKg;
    vx += share * (cosine * alongN - sine * leftN);
    vy += share * (sine * alongN + cosine * leftN);
    yawRate += seconds * turningNm / yawInertiaKgM2;
  }

  void move(double seconds) {
    x += seconds * vx;
    y += seconds * vy;
    yaw += seconds * yawRate;
    turnAxes();
  }

  void stop() {
    vx = 0.0;
    vy = 0.0;
    yawRate = 0.0;
  }
}
