package io.camber.planning.proposal;

import io.camber.planning.forecast.PlanGrid;

/**
 * The highest speed at each point of a path that respects the set speed, the map's limits and the lateral acceleration, and
 * from which every lower limit ahead is reached with comfortable braking.
 */
final class SpeedEnvelope {
  /** Braking for a limit that the map announced long before. */
  private static final double EARLY_DECEL_MPS2 = 1.2;

  /** A speed loop overshoots by this much without being a speeder. */
  private static final double TOLERANCE_MPS = 0.2;

  private final LateralPath path;
  private final double[] speed;

  private SpeedEnvelope(LateralPath path) {
    this.path = path;
    this.speed = new double[path.count()];
  }

  static SpeedEnvelope of(LateralPath path, DrivingStyle style, double setMps) {
    SpeedEnvelope envelope = new SpeedEnvelope(path);
    double after = Double.POSITIVE_INFINITY;
    for (int i = path.count() - 1; i >= 0; i--) {
      double bend = Math.abs(path.curvature(i));
      double here = Math.min(setMps, path.limit(i));
      if (bend > 1e-4) {
        here = Math.min(here, Math.sqrt(style.lateralMps2Max() / bend));
      }
      if (i + 1 < path.count()) {
        double gap = path.sigma(i + 1) - path.sigma(i);
        here = Math.min(here, Math.sqrt(after * after + 2.0 * EARLY_DECEL_MPS2 * gap));
      }
      envelope.speed[i] = here;
      after = here;
    }
    return envelope;
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
