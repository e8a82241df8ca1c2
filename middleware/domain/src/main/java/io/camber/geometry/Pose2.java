package io.camber.geometry;

/** Planar pose; as a transform it maps points of the posed body's frame into the parent frame. Yaw in (-pi, pi]. */
public record Pose2(double x, double y, double yaw) {
  public static final Pose2 IDENTITY = new Pose2(0.0, 0.0, 0.0);

  public Pose2 {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(yaw)) {
      throw new IllegalArgumentException(
          "pose is not finite: x=" + x + ", y=" + y + ", yaw=" + yaw);
    }
    yaw = Angles.wrap(yaw);
  }

  public Vec2 position() {
    return new Vec2(x, y);
  }

  /** Unit vector along the body's x axis. */
  public Vec2 forward() {
    return new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw));
  }

  /** Unit vector along the body's y axis. */
  public Vec2 left() {
    return new Vec2(-StrictMath.sin(yaw), StrictMath.cos(yaw));
  }

  /** Maps a point of the body's frame into the parent frame. */
  public Vec2 apply(Vec2 local) {
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    return new Vec2(x + c * local.x() - s * local.y(), y + s * local.x() + c * local.y());
  }

  /** Maps a point of the parent frame into the body's frame. */
  public Vec2 applyInverse(Vec2 point) {
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    double dx = point.x() - x;
    double dy = point.y() - y;
    return new Vec2(c * dx + s * dy, -s * dx + c * dy);
  }

  /** Chains transforms: {@code aFromB.times(bFromC)} is {@code aFromC}. */
  public Pose2 times(Pose2 other) {
    Vec2 origin = apply(other.position());
    return new Pose2(origin.x(), origin.y(), yaw + other.yaw);
  }

  public Pose2 inverse() {
    Vec2 origin = applyInverse(Vec2.ZERO);
    return new Pose2(origin.x(), origin.y(), -yaw);
  }
}
