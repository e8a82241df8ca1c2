package io.camber.evaluation.odometry;

/**
 * A rotation and a translation in space: {@code x' = R x + t}. Rotation by rows. Immutable; owns its array.
 */
public final class Rigid {
  public static final Rigid IDENTITY = new Rigid(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);

  /** Three rows of four: rotation, then translation. */
  private final double[] m;

  private Rigid(double... rows) {
    m = rows;
  }

  /** Three rows of four numbers, as KITTI writes poses. */
  public static Rigid ofRows(double[] rows) {
    if (rows.length != 12) {
      throw new IllegalArgumentException("rows=" + rows.length + " numbers, not 12");
    }
    return new Rigid(rows.clone());
  }

  /** A pose on the ground. */
  public static Rigid planar(double x, double y, double yaw) {
    double cos = StrictMath.cos(yaw);
    double sin = StrictMath.sin(yaw);
    return new Rigid(cos, -sin, 0, x, sin, cos, 0, y, 0, 0, 1, 0);
  }

  /** A turn by a unit quaternion (w, x, y, z) and a translation. */
  static Rigid ofQuaternion(double[] q, double[] t) {
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new Rigid(
        1 - 2 * (y * y + z * z),
        2 * (x * y - w * z),
        2 * (x * z + w * y),
        t[0],
        2 * (x * y + w * z),
        1 - 2 * (x * x + z * z),
        2 * (y * z - w * x),
        t[1],
        2 * (x * z - w * y),
        2 * (y * z + w * x),
        1 - 2 * (x * x + y * y),
        t[2]);
  }

  public Rigid times(Rigid other) {
    double[] product = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double sum = column == 3 ? m[4 * row + 3] : 0.0;
        for (int k = 0; k < 3; k++) {
          sum += m[4 * row + k] * other.m[4 * k + column];
        }
        product[4 * row + column] = sum;
      }
    }
    return new Rigid(product);
  }

  public Rigid inverse() {
    double[] inverse = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverse[4 * row + column] = m[4 * column + row];
        inverse[4 * row + 3] -= m[4 * column + row] * m[4 * column + 3];
      }
    }
    return new Rigid(inverse);
  }

  /** Coordinate of the translation: 0 x, 1 y, 2 z. */
  double translation(int axis) {
    return m[4 * axis + 3];
  }

  double[] apply(double x, double y, double z) {
    double[] moved = new double[3];
    for (int row = 0; row < 3; row++) {
      moved[row] = m[4 * row] * x + m[4 * row + 1] * y + m[4 * row + 2] * z + m[4 * row + 3];
    }
    return moved;
  }

  /** Length of the translation. */
  public double distanceM() {
    return Math.sqrt(m[3] * m[3] + m[7] * m[7] + m[11] * m[11]);
  }

  /** Angle of the rotation, 0 to pi. */
  public double angle() {
    double cos = (m[0] + m[5] + m[10] - 1.0) / 2.0;
    double x = m[9] - m[6];
    double y = m[2] - m[8];
    double z = m[4] - m[1];
    // atan2 keeps small angles exact, where acos of the trace loses half the digits
    return StrictMath.atan2(Math.sqrt(x * x + y * y + z * z) / 2.0, cos);
  }
}
