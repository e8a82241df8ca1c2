package io.camber.geometry;

/**
 * Pose in space; as a transform it maps points of the posed body's frame into the parent frame. Rotation is intrinsic
 * z-y'-x'' (yaw, pitch, roll; ISO 8855): yaw counter-clockwise from above, pitch positive nose down, roll positive to the
 * right.
 */
public record Pose3(double x, double y, double z, double yaw, double pitch, double roll) {
  public static final Pose3 IDENTITY = new Pose3(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

  public Pose3 {
    if (!Double.isFinite(x + y + z) || !Double.isFinite(yaw + pitch + roll)) {
      throw new IllegalArgumentException("pose is not finite: x=" + x + ", y=" + y + ", z=" + z
          + ", yaw=" + yaw + ", pitch=" + pitch + ", roll=" + roll);
    }
    yaw = Angles.wrap(yaw);
    pitch = Angles.wrap(pitch);
    roll = Angles.wrap(roll);
  }

  public static Pose3 of(Pose2 pose) {
    return new Pose3(pose.x(), pose.y(), 0.0, pose.yaw(), 0.0, 0.0);
  }

  public Pose2 toPose2() {
    return new Pose2(x, y, yaw);
  }

  public Vec3 position() {
    return new Vec3(x, y, z);
  }

  /** Rotation matrix, row major, 9 values. */
  public double[] rotation() {
    double cy = StrictMath.cos(yaw);
    double sy = StrictMath.sin(yaw);
    double cp = StrictMath.cos(pitch);
    double sp = StrictMath.sin(pitch);
    double cr = StrictMath.cos(roll);
    double sr = StrictMath.sin(roll);
    return new double[] {
      cy * cp,
      cy * sp * sr - sy * cr,
      cy * sp * cr + sy * sr,
      sy * cp,
      sy * sp * sr + cy * cr,
      sy * sp * cr - cy * sr,
      -sp,
      cp * sr,
      cp * cr
    };
  }

  public Vec3 apply(Vec3 local) {
    double[] r = rotation();
    return new Vec3(
        x + r[0] * local.x() + r[1] * local.y() + r[2] * local.z(),
        y + r[3] * local.x() + r[4] * local.y() + r[5] * local.z(),
        z + r[6] * local.x() + r[7] * local.y() + r[8] * local.z());
  }

  public Vec3 applyInverse(Vec3 point) {
    double[] r = rotation();
    double dx = point.x() - x;
    double dy = point.y() - y;
    double dz = point.z() - z;
    return new Vec3(
        r[0] * dx + r[3] * dy + r[6] * dz,
        r[1] * dx + r[4] * dy + r[7] * dz,
        r[2] * dx + r[5] * dy + r[8] * dz);
  }

  /** Chains transforms: {@code aFromB.times(bFromC)} is {@code aFromC}. */
  public Pose3 times(Pose3 other) {
    Vec3 origin = apply(other.position());
    double[] a = rotation();
    double[] b = other.rotation();
    double r00 = a[0] * b[0] + a[1] * b[3] + a[2] * b[6];
    double r10 = a[3] * b[0] + a[4] * b[3] + a[5] * b[6];
    double r20 = a[6] * b[0] + a[7] * b[3] + a[8] * b[6];
    double r21 = a[6] * b[1] + a[7] * b[4] + a[8] * b[7];
    double r22 = a[6] * b[2] + a[7] * b[5] + a[8] * b[8];
    return ofRotation(origin, r00, r10, r20, r21, r22);
  }

  public Pose3 inverse() {
    Vec3 origin = applyInverse(Vec3.ZERO);
    double[] r = rotation();
    return ofRotation(origin, r[0], r[1], r[2], r[5], r[8]);
  }

  private static Pose3 ofRotation(
      Vec3 origin, double r00, double r10, double r20, double r21, double r22) {
    double sinPitch = Math.max(-1.0, Math.min(1.0, -r20));
    return new Pose3(
        origin.x(),
        origin.y(),
        origin.z(),
        StrictMath.atan2(r10, r00),
        StrictMath.asin(sinPitch),
        StrictMath.atan2(r21, r22));
  }
}
