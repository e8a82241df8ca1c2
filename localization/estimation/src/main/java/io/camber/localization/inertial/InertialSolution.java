package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.ATTITUDE;
import static io.camber.localization.inertial.ErrorIndex.POSITION;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec3;

/**
 * What the filter knows at one time.
 *
 * @param velocityMps map frame
 * @param accelMps2 forward, gravity and bias removed
 * @param longitudinalStdM one sigma along the body; {@code lateralStdM} across
 * @param slipS2pM slip angle of the rear axle per lateral acceleration
 * @param fixNs time of the newest fix used
 * @param fixes how many were used since the start
 * @param rejectedFixes how many were refused since the last one used
 * @param innovationNs time of the newest fix that was weighed, used or not; the least number before the first
 * @param innovationX its difference to what was expected, in expected sigmas, map axes
 */
public record InertialSolution(
    long timeNs,
    Pose3 mapFromBase,
    Vec3 velocityMps,
    Twist2 twist,
    double accelMps2,
    double longitudinalStdM,
    double lateralStdM,
    double yawStd,
    double gyroBiasRadps,
    double wheelScale,
    double slipS2pM,
    long fixNs,
    int fixes,
    int rejectedFixes,
    long innovationNs,
    double innovationX,
    double innovationY) {
  private static final double GRAVITY_MPS2 = 9.81;

  static InertialSolution of(NavigationState state) {
    Pose3 pose = state.pose();
    double c = StrictMath.cos(pose.yaw());
    double s = StrictMath.sin(pose.yaw());
    return new InertialSolution(
        state.timeNs,
        pose,
        state.velocityVector(),
        new Twist2(state.bodyVelocity(0), state.bodyVelocity(1), state.rate[2]),
        state.accel[0] - GRAVITY_MPS2 * state.rotation[6],
        std(state.covariance, c, s),
        std(state.covariance, -s, c),
        Math.sqrt(state.covariance.at(ATTITUDE + 2, ATTITUDE + 2)),
        state.gyroBias[2],
        state.wheelScale,
        state.slip,
        state.fixNs,
        state.fixes,
        state.rejectedFixes,
        state.innovationNs,
        state.innovationX,
        state.innovationY);
  }

  private static double std(Covariance p, double c, double s) {
    double xx = p.at(POSITION, POSITION);
    double xy = p.at(POSITION, POSITION + 1);
    double yy = p.at(POSITION + 1, POSITION + 1);
    return Math.sqrt(Math.max(0.0, c * c * xx + 2.0 * c * s * xy + s * s * yy));
  }
}
