package io.camber.perception.lidar;

/**
 * Which degree of the circle a direction lies in, without an arc tangent: the ratio of the smaller to the larger coordinate finds a
 * place in a table, and the tangent of the degree's end settles it. Immutable.
 */
final class Sectors {
  static final int COUNT = 360;

  private static final int OCTANT = 45;
  private static final int TABLE = 1024;

  /** Tangents of whole degrees up to 45, and one that no ratio reaches. */
  private static final float[] TANGENTS = new float[OCTANT + 2];

  /** The degree that a ratio of at least i / TABLE lies in, or the one before. */
  private static final byte[] DEGREES = new byte[TABLE + 1];

  static {
    for (int each = 0; each <= OCTANT; each++) {
      TANGENTS[each] = (float) StrictMath.tan(StrictMath.toRadians(each));
    }
    TANGENTS[OCTANT] = Float.MAX_VALUE;
    TANGENTS[OCTANT + 1] = Float.MAX_VALUE;
    int degree = 0;
    for (int i = 0; i <= TABLE; i++) {
      while (TANGENTS[degree + 1] <= (float) i / TABLE) {
        degree++;
      }
      DEGREES[i] = (byte) degree;
    }
  }

  private Sectors() {}

  /** Degree of a direction, counted counter-clockwise from straight behind. */
  static int of(float x, float y) {
    float ax = Math.abs(x);
    float ay = Math.abs(y);
    boolean isSteep = ay > ax;
    float larger = isSteep ? ay : ax;
    if (larger == 0.0f) {
      return COUNT / 2;
    }
    float ratio = isSteep ? ax / ay : ay / ax;
    int degree = DEGREES[(int) (ratio * TABLE)];
    while (ratio >= TANGENTS[degree + 1]) {
      degree++;
    }
    // the part of a quadrant counted from the nearer x axis
    int fromAxis = isSteep ? 2 * OCTANT - 1 - degree : degree;
    if (x >= 0.0f) {
      return y >= 0.0f ? COUNT / 2 + fromAxis : COUNT / 2 - 1 - fromAxis;
    }
    return y >= 0.0f ? COUNT - 1 - fromAxis : fromAxis;
  }
}
