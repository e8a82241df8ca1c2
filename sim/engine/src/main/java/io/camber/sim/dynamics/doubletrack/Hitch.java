package io.camber.sim.dynamics.doubletrack;

/**
 * Holds tractor and trailer together at a point: the impulse that makes both move alike there, and a little more where they have
 * drifted apart (Catto 2005, Iterative Dynamics with Temporal Coherence, sections 3 and 5). Mutable.
 */
final class Hitch {
  /** Share of the gap that is closed in a step. */
  private static final double CLOSING = 0.1;

  private final TrailerConfig config;
  private double forwardN;
  private double leftN;

  Hitch(TrailerConfig config) {
    this.config = config;
  }

  void couple(RigidUnit tractor, RigidUnit trailer, double seconds) {
    double ax = tractor.armX(-config.hitchBehindM(), 0.0);
    double ay = tractor.armY(-config.hitchBehindM(), 0.0);
    double bx = trailer.armX(config.hitchAheadM(), 0.0);
    double by = trailer.armY(config.hitchAheadM(), 0.0);
    double closing = CLOSING / seconds;
    double wx = tractor.vx
        - tractor.yawRate * ay
        - (trailer.vx - trailer.yawRate * by)
        + closing * (tractor.x + ax - trailer.x - bx);
    double wy = tractor.vy
        + tractor.yawRate * ax
        - (trailer.vy + trailer.yawRate * bx)
        + closing * (tractor.y + ay - trailer.y - by);
    double masses = 1.0 / tractor.massKg() + 1.0 / trailer.massKg();
    double one = 1.0 / tractor.yawInertiaKgM2();
    double two = 1.0 / trailer.yawInertiaKgM2();
    double kxx = masses + one * ay * ay + two * by * by;
    double kyy = masses + one * ax * ax + two * bx * bx;
    double kxy = -one * ax * ay - two * bx * by;
    double determinant = kxx * kyy - kxy * kxy;
    double jx = -(kyy * wx - kxy * wy) / determinant;
    double jy = -(kxx * wy - kxy * wx) / determinant;
    push(tractor, ax, ay, jx, jy);
    push(trailer, bx, by, -jx, -jy);
    double fx = jx / seconds;
    double fy = jy / seconds;
    double cosine = StrictMath.cos(tractor.yaw);
    double sine = StrictMath.sin(tractor.yaw);
    forwardN = cosine * fx + sine * fy;
    leftN = cosine * fy - sine * fx;
  }

  private static void push(RigidUnit unit, double armX, double armY, double jx, double jy) {
    unit.vx += jx / unit.massKg();
    unit.vy += jy / unit.massKg();
    unit.yawRate += (armX * jy - armY * jx) / unit.yawInertiaKgM2();
  }

  void stop() {
    forwardN = 0.0;
    leftN = 0.0;
  }

  /** Force on the tractor, in its axes. */
  double forwardN() {
    return forwardN;
  }

  double leftN() {
    return leftN;
  }
}
