package io.camber.geometry;

/** Point or vector in a plane, metres unless the name says otherwise. */
public record Vec2(double x, double y) {
  public static final Vec2 ZERO = new Vec2(0.0, 0.0);

  public Vec2 plus(Vec2 other) {
    return new Vec2(x + other.x, y + other.y);
  }

  public Vec2 minus(Vec2 other) {
    return new Vec2(x - other.x, y - other.y);
  }

  public Vec2 times(double factor) {
    return new Vec2(x * factor, y * factor);
  }

  public double dot(Vec2 other) {
    return x * other.x + y * other.y;
  }

  /** Z component of the cross product; positive when {@code other} lies to the left. */
  public double cross(Vec2 other) {
    return x * other.y - y * other.x;
  }

  public double length() {
    return Math.sqrt(x * x + y * y);
  }

  public double distanceTo(Vec2 other) {
    double dx = x - other.x;
    double dy = y - other.y;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
