package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.ACCEL_BIAS;
import static io.camber.localization.inertial.ErrorIndex.ATTITUDE;
import static io.camber.localization.inertial.ErrorIndex.GNSS_DRIFT;
import static io.camber.localization.inertial.ErrorIndex.GYRO_BIAS;
import static io.camber.localization.inertial.ErrorIndex.POSITION;
import static io.camber.localization.inertial.ErrorIndex.SIZE;
import static io.camber.localization.inertial.ErrorIndex.SLIP;
import static io.camber.localization.inertial.ErrorIndex.VELOCITY;
import static io.camber.localization.inertial.ErrorIndex.WHEEL_SCALE;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import java.util.Arrays;

/**
 * Nominal state and covariance at one time. Mutable and allocation-free, because a second of them is kept for replay. Rates
 * are those of the last inertial interval, biases removed.
 */
final class NavigationState {
  long timeNs;
  final double[] position = new double[3];
  final double[] velocity = new double[3];

  /** Rotation from body to map, row major. */
  final double[] rotation = new double[9];

  final double[] gyroBias = new double[3];
  final double[] accelBias = new double[3];
  double wheelScale = 1.0;
  double slip;
  final double[] gnssDrift = new double[3];
  final double[] rate = new double[3];
  final double[] accel = new double[3];
  final Covariance covariance = new Covariance();
  long fixNs = Long.MIN_VALUE;

  /** Difference of the newest fix, used or not, to what was expected, in its expected sigmas, map axes; and when. */
  long innovationNs = Long.MIN_VALUE;

  double innovationX;
  double innovationY;
  int fixes;
  int rejectedFixes;
  int rejectedWheels;
  int stillSamples;
  /** Newest wheel speed over the state's, and when; see {@link WheelTrust}. */
  double wheelExcessMps;

  long wheelNs = Long.MIN_VALUE / 2;
  /** Mean by which wheels exceed fixes, m/s, and the wheels' variance while they slip. */
  double wheelMean;

  double wheelVariance;
  private final double[] correction = new double[SIZE];
  private final double[] turned = new double[9];

  void copyFrom(NavigationState other) {
    timeNs = other.timeNs;
    System.arraycopy(other.position, 0, position, 0, 3);
    System.arraycopy(other.velocity, 0, velocity, 0, 3);
    System.arraycopy(other.rotation, 0, rotation, 0, 9);
    System.arraycopy(other.gyroBias, 0, gyroBias, 0, 3);
    System.arraycopy(other.accelBias, 0, accelBias, 0, 3);
    wheelScale = other.wheelScale;
    slip = other.slip;
    System.arraycopy(other.gnssDrift, 0, gnssDrift, 0, 3);
    System.arraycopy(other.rate, 0, rate, 0, 3);
    System.arraycopy(other.accel, 0, accel, 0, 3);
    covariance.copyFrom(other.covariance);
    fixNs = other.fixNs;
    innovationNs = other.innovationNs;
    innovationX = other.innovationX;
    innovationY = other.innovationY;
    fixes = other.fixes;
    rejectedFixes = other.rejectedFixes;
    rejectedWheels = other.rejectedWheels;
    stillSamples = other.stillSamples;
    wheelExcessMps = other.wheelExcessMps;
    wheelNs = other.wheelNs;
    wheelMean = other.wheelMean;
    wheelVariance = other.wheelVariance;
  }

  void setAttitude(double yaw, double pitch, double roll) {
    double[] r = new Pose3(0.0, 0.0, 0.0, yaw, pitch, roll).rotation();
    System.arraycopy(r, 0, rotation, 0, 9);
  }

  double yaw() {
    return StrictMath.atan2(rotation[3], rotation[0]);
  }

  double pitch() {
    return StrictMath.asin(Math.max(-1.0, Math.min(1.0, -rotation[6])));
  }

  Pose3 pose() {
    double roll = StrictMath.atan2(rotation[7], rotation[8]);
    return new Pose3(position[0], position[1], position[2], yaw(), pitch(), roll);
  }

  /** Velocity along one body axis (0 forward, 1 left, 2 up). */
  double bodyVelocity(int axis) {
    return rotation[axis] * velocity[0]
        + rotation[3 + axis] * velocity[1]
        + rotation[6 + axis] * velocity[2];
  }

  Vec3 velocityVector() {
    return new Vec3(velocity[0], velocity[1], velocity[2]);
  }

  /** Conditions on one measurement row and moves the nominal state by the estimated error. */
  void correct(double[] h, double variance, double innovation) {
    Arrays.fill(correction, 0.0);
    covariance.update(h, variance, innovation, correction);
    for (int i = 0; i < 3; i++) {
      position[i] += correction[POSITION + i];
      velocity[i] += correction[VELOCITY + i];
      gyroBias[i] += correction[GYRO_BIAS + i];
      accelBias[i] += correction[ACCEL_BIAS + i];
      gnssDrift[i] += correction[GNSS_DRIFT + i];
    }
    wheelScale += correction[WHEEL_SCALE];
    slip += correction[SLIP];
    rotateMap(correction[ATTITUDE], correction[ATTITUDE + 1], correction[ATTITUDE + 2]);
  }

  /** R = exp(theta) R, theta in the map frame. */
  void rotateMap(double tx, double ty, double tz) {
    double[] e = exponential(tx, ty, tz, turned);
    for (int column = 0; column < 3; column++) {
      double a = rotation[column];
      double b = rotation[3 + column];
      double c = rotation[6 + column];
      rotation[column] = e[0] * a + e[1] * b + e[2] * c;
      rotation[3 + column] = e[3] * a + e[4] * b + e[5] * c;
      rotation[6 + column] = e[6] * a + e[7] * b + e[8] * c;
    }
    orthonormalize();
  }

  /** R = R exp(theta), theta in the body frame. */
  void rotateBody(double tx, double ty, double tz) {
    double[] e = exponential(tx, ty, tz, turned);
    for (int row = 0; row < 9; row += 3) {
      double a = rotation[row];
      double b = rotation[row + 1];
      double c = rotation[row + 2];
      rotation[row] = a * e[0] + b * e[3] + c * e[6];
      rotation[row + 1] = a * e[1] + b * e[4] + c * e[7];
      rotation[row + 2] = a * e[2] + b * e[5] + c * e[8];
    }
    orthonormalize();
  }

  /** Rodrigues' formula. */
  private static double[] exponential(double x, double y, double z, double[] e) {
    double squared = x * x + y * y + z * z;
    double angle = Math.sqrt(squared);
    double s = angle < 1e-6 ? 1.0 : StrictMath.sin(angle) / angle;
    double c = angle < 1e-6 ? 0.5 : (1.0 - StrictMath.cos(angle)) / squared;
    e[0] = 1.0 - c * (y * y + z * z);
    e[1] = c * x * y - s * z;
    e[2] = c * x * z + s * y;
    e[3] = c * x * y + s * z;
    e[4] = 1.0 - c * (x * x + z * z);
    e[5] = c * y * z - s * x;
    e[6] = c * x * z - s * y;
    e[7] = c * y * z + s * x;
    e[8] = 1.0 - c * (x * x + y * y);
    return e;
  }

  /** One step of Gram-Schmidt on the first two columns, third by the cross product: rounding never accumulates. */
  private void orthonormalize() {
    double[] r = rotation;
    double n = 1.0 / Math.sqrt(r[0] * r[0] + r[3] * r[3] + r[6] * r[6]);
    r[0] *= n;
    r[3] *= n;
    r[6] *= n;
    double d = r[0] * r[1] + r[3] * r[4] + r[6] * r[7];
    r[1] -= d * r[0];
    r[4] -= d * r[3];
    r[7] -= d * r[6];
    n = 1.0 / Math.sqrt(r[1] * r[1] + r[4] * r[4] + r[7] * r[7]);
    r[1] *= n;
    r[4] *= n;
    r[7] *= n;
    r[2] = r[3] * r[7] - r[6] * r[4];
    r[5] = r[6] * r[1] - r[0] * r[7];
    r[8] = r[0] * r[4] - r[3] * r[1];
  }
}
