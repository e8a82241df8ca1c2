package io.camber.planning.scoring;

import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.LateralPath;
import io.camber.planning.proposal.Profile;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.StartState;
import io.camber.vehicle.VehicleDescription;

/**
 * What a delayed car makes of a proposal: a kinematic bicycle whose steering and acceleration follow their commands with a
 * first-order lag and the steering's rate limit. Dead time is left out: the controller predicts across it. One object is
 * reused for all proposals of a cycle; arrays are indexed by grid step.
 */
final class Rollout {
  /** Lag of steering and controller together after dead-time compensation. */
  private static final double STEERING_TAU_S = 0.15;

  /** Feedback of the modelled controller: per metre and per radian, as curvature. */
  private static final double OFFSET_GAIN = 0.08;

  private static final double DT = PlanGrid.STEP_S;

  private final double[] x = new double[PlanGrid.COUNT];
  private final double[] y = new double[PlanGrid.COUNT];
  private final double[] cos = new double[PlanGrid.COUNT];
  private final double[] sin = new double[PlanGrid.COUNT];
  private final double[] speed = new double[PlanGrid.COUNT];
  private double offsetMax;

  void simulate(Proposal proposal, StartState start, VehicleDescription vehicle) {
    LateralPath path = proposal.path();
    Profile profile = proposal.profile();
    double tan = StrictMath.tan(vehicle.steeringAngleMax());
    double curvatureMax = tan / vehicle.wheelbaseM();
    double px = start.x();
    double py = start.y();
    double yaw = start.yaw();
    double v = start.speedMps();
    double curvature = start.curvaturePerM();
    double arc = 0.0;
    double lag = 0.0;
    int cell = 0;
    offsetMax = 0.0;
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      double c = StrictMath.cos(yaw);
      double s = StrictMath.sin(yaw);
      x[k] = px + vehicle.centerOffsetM() * c;
      y[k] = py + vehicle.centerOffsetM() * s;
      cos[k] = c;
      sin[k] = s;
      speed[k] = v;
      if (k + 1 == PlanGrid.COUNT) {
        return;
      }
      cell = path.cell(arc, cell);
      double pathYaw = path.yawAt(arc, cell);
      double offset = -StrictMath.sin(pathYaw) * (px - path.xAt(arc, cell))
          + StrictMath.cos(pathYaw) * (py - path.yAt(arc, cell));
      double yawError = yaw - pathYaw;
      yawError -= 2.0 * Math.PI * Math.rint(yawError / (2.0 * Math.PI));
      offsetMax = Math.max(offsetMax, Math.abs(offset));
      double preview = arc + v * STEERING_TAU_S;
      double wanted = path.curvatureAt(preview, path.cell(preview, cell))
          - OFFSET_GAIN * offset
          - 2.0 * Math.sqrt(OFFSET_GAIN) * yawError;
      wanted = Math.max(-curvatureMax, Math.min(curvatureMax, wanted));
      double rate = vehicle.steeringRateRadpsMax() / vehicle.wheelbaseM() * DT;
      double change = (wanted - curvature) * Math.min(1.0, DT / STEERING_TAU_S);
      curvature += Math.max(-rate, Math.min(rate, change));
      // The speed that the profile had one actuator lag earlier is what the car has reached.
      double tau = profile.accelMps2(k + 1) < 0.0 ? vehicle.brakeLagS() : vehicle.driveLagS();
      lag += (profile.accelMps2(k + 1) * tau - lag) * Math.min(1.0, DT / Math.max(DT, tau));
      double next = Math.max(0.0, profile.speedMps(k + 1) - lag);
      next = profile.speedMps(k + 1) == 0.0 && next < 0.1 ? 0.0 : next;
      double step = 0.5 * (v + next) * DT;
      double middle = yaw + 0.5 * curvature * step;
      px += step * StrictMath.cos(middle);
      py += step * StrictMath.sin(middle);
      yaw += curvature * step;
      arc += step;
      v = next;
    }
  }

  /** Centre of the footprint. */
  double x(int k) {
    return x[k];
  }

  double y(int k) {
    return y[k];
  }

  double cos(int k) {
    return cos[k];
  }

  double sin(int k) {
    return sin[k];
  }

  double speedMps(int k) {
    return speed[k];
  }

  /** Greatest distance of {@code base_link} from the path. */
  double offsetMaxM() {
    return offsetMax;
  }
}
