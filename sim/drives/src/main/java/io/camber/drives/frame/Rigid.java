package io.camber.drives.frame;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;

/** A rigid transform as rotation matrix (row major) and translation. */
public final class Rigid {
  /** Leaves everything where it is. */
  public static final Rigid IDENTITY = of(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

  /** From a body's axes (x ahead, y left, z up) into those of a camera's image (x right, y down, z ahead). */
  public static final Rigid OPTICAL_FROM_BODY =
      of(new double[] {0, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0});

  private static final double ORTHONORMAL = 1e-2;

  private final double[] r;
  private final double[] t;

  public Rigid(double[] rotation, double[] translation) {
    r = rotation.clone();
    t = translation.clone();
    for (int row = 0; row < 3; row++) {
      double square = r[3 * row] * r[3 * row]
          + r[3 * row + 1] * r[3 * row + 1]
          + r[3 * row + 2] * r[3 * row + 2];
      if (!(Math.abs(square - 1.0) < ORTHONORMAL)) {
        throw new IllegalArgumentException("row " + (row + 1) + " of a rotation has length "
            + Math.sqrt(square) + " instead of 1");
      }
    }
  }

  /** From the 12 numbers of a 3 x 4 matrix, row by row. */
  public static Rigid of(double[] m) {
    return new Rigid(
        new double[] {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]},
        new double[] {m[3], m[7], m[11]});
  }

  /** From a rotation as quaternion, which need not be normalised, and a translation. */
  public static Rigid ofQuaternion(double w, double x, double y, double z, Vec3 translation) {
    double n = w * w + x * x + y * y + z * z;
    if (!(n > 1e-12) || Double.isInfinite(n)) {
      throw new IllegalArgumentException(
          "(" + w + " " + x + " " + y + " " + z + ") is no rotation");
    }
    double s = 2.0 / n;
    return new Rigid(
        new double[] {
          1 - s * (y * y + z * z),
          s * (x * y - w * z),
          s * (x * z + w * y),
          s * (x * y + w * z),
          1 - s * (x * x + z * z),
          s * (y * z - w * x),
          s * (x * z - w * y),
          s * (y * z + w * x),
          1 - s * (x * x + y * y)
        },
        new double[] {translation.x(), translation.y(), translation.z()});
  }

  public static Rigid of(Pose3 pose) {
    return new Rigid(pose.rotation(), new double[] {pose.x(), pose.y(), pose.z()});
  }

  public Vec3 apply(Vec3 p) {
    return turn(p).plus(new Vec3(t[0], t[1], t[2]));
  }

  public Vec3 turn(Vec3 p) {
    return new Vec3(
        r[0] * p.x() + r[1] * p.y() + r[2] * p.z(),
        r[3] * p.x() + r[4] * p.y() + r[5] * p.z(),
        r[6] * p.x() + r[7] * p.y() + r[8] * p.z());
  }

  /** {@code aFromB.times(bFromC)} is {@code aFromC}. */
  public Rigid times(Rigid other) {
    double[] product = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[3 * i + j] =
            r[3 * i] * other.r[j] + r[3 * i + 1] * other.r[3 + j] + r[3 * i + 2] * other.r[6 + j];
      }
    }
    Vec3 origin = apply(new Vec3(other.t[0], other.t[1], other.t[2]));
    return new Rigid(product, new double[] {origin.x(), origin.y(), origin.z()});
  }

  public Rigid inverse() {
    double[] back = {r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]};
    Rigid turned = new Rigid(back, new double[3]);
    Vec3 origin = turned.turn(new Vec3(-t[0], -t[1], -t[2]));
    return new Rigid(back, new double[] {origin.x(), origin.y(), origin.z()});
  }

  public Pose3 toPose() {
    return new Pose3(
        t[0],
        t[1],
        t[2],
        StrictMath.atan2(r[3], r[0]),
        StrictMath.asin(Math.max(-1.0, Math.min(1.0, -r[6]))),
        StrictMath.atan2(r[7], r[8]));
  }
}
