package io.camber.planning.proposal;

import io.camber.planning.forecast.PlanGrid;
import io.camber.vehicle.VehicleDescription;

/**
 * The highest speed at each point of a path that respects the set speed, the map's limits, the lateral acceleration and the
 * steering's rate, and from which every lower limit ahead is reached with comfortable braking.
 */
final class SpeedEnvelope {
  /** Braking for a limit that the map announced long before. */
  private static final double EARLY_DECEL_MPS2 = 1.2;

  /** A speed loop overshoots by this much without being a speeder. */
  private static final double TOLERANCE_MPS = 0.2;

  /** Share of the steering's rate that a plan uses; the rest is for corrections. */
  private static final double STEERING_SHARE = 0.5;

  /** Bends that the steering cannot enter in time are crept through, not stood before. */
  private static final double CREEP_MPS = 1.5;

  private final LateralPath path;
  private final double[] speed;

  private SpeedEnvelope(LateralPath path) {
    this.path = path;
    this.speed = new double[path.count()];
  }

  static SpeedEnvelope of(
      LateralPath path, DrivingStyle style, double setMps, VehicleDescription vehicle) {
    SpeedEnvelope envelope = new SpeedEnvelope(path);
    double after = Double.POSITIVE_INFINITY;
    for (int i = path.count() - 1; i >= 0; i--) {
      double bend = Math.abs(path.curvature(i));
      double here = Math.min(setMps, path.limit(i));
      if (bend > 1e-4) {
        here = Math.min(here, Math.sqrt(style.lateralMps2Max() / bend));
      }
      here = Math.min(here, steeringMps(path, i, vehicle));
      if (i + 1 < path.count()) {
        double gap = path.sigma(i + 1) - path.sigma(i);
        here = Math.min(here, Math.sqrt(after * after + 2.0 * EARLY_DECEL_MPS2 * gap));
      }
      envelope.speed[i] = here;
      after = here;
    }
    return envelope;
  }

  /** Speed at which the steering still keeps up with the change of curvature, from the rate of a kinematic bicycle. */
  private static double steeringMps(LateralPath path, int i, VehicleDescription vehicle) {
    int a = Math.max(0, i - 1);
    int b = Math.min(path.count() - 1, i + 1);
    double change = Math.abs(path.curvature(b) - path.curvature(a))
        / Math.max(0.1, path.sigma(b) - path.sigma(a));
    double tan = path.curvature(i) * vehicle.wheelbaseM();
    double rate = vehicle.steeringRateRadpsMax() * (1.0 + tan * tan) / vehicle.wheelbaseM();
    return Math.max(CREEP_MPS, STEERING_SHARE * rate / Math.max(1e-6, change));
  }

  int cell(double arc, int hint) {
    return path.cell(arc, hint);
  }

  /** Speed at an arc length within or after the cell given. */
  double at(double arc, int cell) {
    int i = path.cell(arc, cell);
    double span = path.sigma(i + 1) - path.sigma(i);
    double f = span > 0.0 ? Math.min(1.0, (arc - path.sigma(i)) / span) : 0.0;
    return speed[i] + f * (speed[i + 1] - speed[i]);
  }

  /** Mean speed of a motion above the envelope. */
  double excessMps(Profile profile) {
    double sum = 0.0;
    int cell = 0;
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      cell = path.cell(profile.arc(k), cell);
      sum += Math.max(0.0, profile.speedMps(k) - at(profile.arc(k), cell) - TOLERANCE_MPS);
    }
    return sum / PlanGrid.COUNT;
  }
}
