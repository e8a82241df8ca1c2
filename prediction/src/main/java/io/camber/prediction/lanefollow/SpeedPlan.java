package io.camber.prediction.lanefollow;

import io.camber.map.routing.LanePath;

/** Way and speed over time along a lane path, at the prediction's steps. Integrated with 0.1 s. */
final class SpeedPlan {
  private static final double DT = 0.1;

  /** Drivers ease off for bends about this hard. */
  private static final double CURVE_DECEL_MPS2 = 2.0;

  private final double[] way;
  private final double[] speed;

  private SpeedPlan(int steps) {
    this.way = new double[steps + 1];
    this.speed = new double[steps + 1];
  }

  /** How the driver uses the pedals. */
  interface Pedals {
    double accelMps2(double timeS, double wayM, double speedMps);
  }

  /** Lets today's acceleration fade with a time constant. */
  static Pedals fading(double accelMps2, double tauS) {
    return (t, way, v) -> accelMps2 * StrictMath.exp(-t / tauS);
  }

  static Pedals constant(double accelMps2) {
    return (t, way, v) -> accelMps2;
  }

  /** Comes to rest after a distance. */
  static Pedals stopAfter(double distanceM) {
    return (t, way, v) -> {
      double left = distanceM - way;
      return left < 0.1 ? -4.0 : Math.max(-6.0, -v * v / (2.0 * left));
    };
  }

  static SpeedPlan of(PredictionConfig config, double speedMps, Pedals pedals) {
    return integrate(config, speedMps, pedals, (way, v) -> 0.0);
  }

  /** As {@link #of}, but slower through bends of the path ahead of {@code fromS}. */
  static SpeedPlan along(
      PredictionConfig config, double speedMps, Pedals pedals, LanePath path, double fromS) {
    return integrate(config, speedMps, pedals, (way, v) -> {
      double ahead = fromS + way + 1.0 * v;
      double bend = Math.abs(path.curvatureAt(ahead));
      double limit =
          bend > 1e-3 ? Math.sqrt(config.lateralMps2Max() / bend) : Double.POSITIVE_INFINITY;
      return v > limit ? -CURVE_DECEL_MPS2 : 0.0;
    });
  }

  private interface Easing {
    /** Deceleration that the road asks for, 0 or negative. */
    double accelMps2(double wayM, double speedMps);
  }

  private static SpeedPlan integrate(
      PredictionConfig config, double speedMps, Pedals pedals, Easing easing) {
    int steps = config.steps();
    SpeedPlan plan = new SpeedPlan(steps);
    int inner = Math.max(1, (int) Math.rint(config.stepS() / DT));
    double dt = config.stepS() / inner;
    double v = speedMps;
    double way = 0.0;
    plan.speed[0] = v;
    for (int i = 1; i <= steps; i++) {
      double eased = easing.accelMps2(way, v);
      for (int j = 0; j < inner; j++) {
        double t = ((i - 1) * inner + j) * dt;
        double a = pedals.accelMps2(t, way, v);
        a = eased < 0.0 ? Math.min(a, eased) : a;
        double next = Math.max(0.0, v + a * dt);
        way += 0.5 * (v + next) * dt;
        v = next;
      }
      plan.way[i] = way;
      plan.speed[i] = v;
    }
    return plan;
  }

  double way(int i) {
    return way[i];
  }

  double speedMps(int i) {
    return speed[i];
  }
}
