package io.camber.planning.route;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;

/**
 * A smooth line on the ground with Frenet coordinates, resampled to equal steps. Carries the speed limit and how far a lane
 * reaches to either side. Immutable; the arrays stay inside. Stations outside [0, length] lie on straight extensions.
 */
public final class ReferenceLine {
  /** Spacing of the samples; a turn of 6 m radius is then drawn within 2 cm. */
  public static final double STEP_M = 1.0;

  /** Cells between the stations that a coarse projection tries. */
  private static final int COARSE = 8;

  private final int count;
  private final double[] x;
  private final double[] y;
  private final double[] yaw;
  private final double[] cos;
  private final double[] sin;
  private final double[] curvature;
  private final double[] speedLimit;
  private final double[] leftEdge;
  private final double[] rightEdge;

  ReferenceLine(
      double[] x, double[] y, double[] speedLimit, double[] leftEdge, double[] rightEdge) {
    if (x.length < 3) {
      throw new IllegalArgumentException("points=" + x.length + ", a reference line needs 3");
    }
    this.count = x.length;
    this.x = x;
    this.y = y;
    this.speedLimit = speedLimit;
    this.leftEdge = leftEdge;
    this.rightEdge = rightEdge;
    this.yaw = new double[count];
    this.cos = new double[count];
    this.sin = new double[count];
    this.curvature = new double[count];
    fillDirections();
    fillCurvature();
  }

  /** The line through points that are {@link #STEP_M} apart, with one speed limit and lane width all along. */
  public static ReferenceLine through(
      double[] x, double[] y, double speedLimitMps, double laneWidthM) {
    int n = x.length;
    double[] limit = new double[n];
    double[] left = new double[n];
    double[] right = new double[n];
    java.util.Arrays.fill(limit, speedLimitMps);
    java.util.Arrays.fill(left, laneWidthM / 2.0);
    java.util.Arrays.fill(right, -laneWidthM / 2.0);
    return new ReferenceLine(x.clone(), y.clone(), limit, left, right);
  }

  private void fillDirections() {
    double before = 0.0;
    for (int i = 0; i < count; i++) {
      int a = Math.max(0, i - 1);
      int b = Math.min(count - 1, i + 1);
      double angle = StrictMath.atan2(y[b] - y[a], x[b] - x[a]);
      yaw[i] = i == 0 ? angle : before + Angles.difference(angle, before);
      before = yaw[i];
      cos[i] = StrictMath.cos(angle);
      sin[i] = StrictMath.sin(angle);
    }
  }

  /** Central differences, then a binomial filter: noise of a millimetre in a map must not look like a bend. */
  private void fillCurvature() {
    double[] raw = new double[count];
    for (int i = 1; i + 1 < count; i++) {
      raw[i] = (yaw[i + 1] - yaw[i - 1]) / (2.0 * STEP_M);
    }
    raw[0] = raw[1];
    raw[count - 1] = raw[count - 2];
    for (int i = 0; i < count; i++) {
      double a = raw[Math.max(0, i - 1)];
      double b = raw[Math.min(count - 1, i + 1)];
      curvature[i] = 0.25 * a + 0.5 * raw[i] + 0.25 * b;
    }
  }

  public double lengthM() {
    return (count - 1) * STEP_M;
  }

  public double xAt(double s) {
    int i = cell(s);
    double f = s / STEP_M - i;
    if (f < 0.0) {
      return x[0] + f * STEP_M * cos[0];
    }
    if (f > 1.0) {
      return x[count - 1] + (f - 1.0) * STEP_M * cos[count - 1];
    }
    return x[i] + f * (x[i + 1] - x[i]);
  }

  public double yAt(double s) {
    int i = cell(s);
    double f = s / STEP_M - i;
    if (f < 0.0) {
      return y[0] + f * STEP_M * sin[0];
    }
    if (f > 1.0) {
      return y[count - 1] + (f - 1.0) * STEP_M * sin[count - 1];
    }
    return y[i] + f * (y[i + 1] - y[i]);
  }

  /** Unwrapped, so that neighbouring stations never differ by a turn. */
  public double yawAt(double s) {
    return interpolate(yaw, s);
  }

  /** Cosine of the yaw, within 1e-3 of a unit vector with {@link #sinAt}. */
  public double cosAt(double s) {
    return interpolate(cos, s);
  }

  public double sinAt(double s) {
    return interpolate(sin, s);
  }

  /** Left positive. */
  public double curvatureAt(double s) {
    return interpolate(curvature, s);
  }

  /** Positive infinity where the map is silent. */
  public double speedLimitMpsAt(double s) {
    return speedLimit[nearest(s)];
  }

  /** Offset of the lane's left edge, positive. */
  public double leftEdgeAt(double s) {
    return leftEdge[nearest(s)];
  }

  /** Offset of the lane's right edge, negative. */
  public double rightEdgeAt(double s) {
    return rightEdge[nearest(s)];
  }

  /** Pose at offset {@code d}, yaw along the line. */
  public Pose2 at(double s, double d) {
    double angle = yawAt(s);
    return new Pose2(xAt(s) - d * StrictMath.sin(angle), yAt(s) + d * StrictMath.cos(angle), angle);
  }

  /** Station of the nearest point between two stations; tries coarsely, then refines. */
  public double project(double px, double py, double fromS, double toS) {
    int first = Math.max(0, (int) Math.floor(fromS / STEP_M));
    int last = Math.min(count - 1, (int) Math.ceil(toS / STEP_M));
    int best = Math.min(first, count - 1);
    double bestSquared = Double.POSITIVE_INFINITY;
    for (int i = first; i <= last; i += COARSE) {
      double squared = squared(i, px, py);
      if (squared < bestSquared) {
        bestSquared = squared;
        best = i;
      }
    }
    return refine(px, py, best);
  }

  /** Station of the nearest point, walking downhill from {@code nearS}. */
  public double projectNear(double px, double py, double nearS) {
    return refine(px, py, nearest(nearS));
  }

  private double refine(double px, double py, int start) {
    int best = start;
    double bestSquared = squared(best, px, py);
    boolean improved = true;
    while (improved) {
      improved = false;
      if (best > 0 && squared(best - 1, px, py) < bestSquared) {
        best--;
        improved = true;
      } else if (best + 1 < count && squared(best + 1, px, py) < bestSquared) {
        best++;
        improved = true;
      }
      bestSquared = squared(best, px, py);
    }
    double along = cos[best] * (px - x[best]) + sin[best] * (py - y[best]);
    double left = -sin[best] * (px - x[best]) + cos[best] * (py - y[best]);
    double scale = Math.max(0.2, 1.0 - curvature[best] * left);
    double limit = best == 0 || best == count - 1 ? Double.POSITIVE_INFINITY : STEP_M;
    double step = Math.max(-limit, Math.min(limit, along / scale));
    return best * STEP_M + step;
  }

  /** Offset of a point whose station is known, left positive. */
  public double offset(double px, double py, double s) {
    return -sinAt(s) * (px - xAt(s)) + cosAt(s) * (py - yAt(s));
  }

  private double squared(int i, double px, double py) {
    double dx = px - x[i];
    double dy = py - y[i];
    return dx * dx + dy * dy;
  }

  private double interpolate(double[] values, double s) {
    int i = cell(s);
    double f = Math.max(0.0, Math.min(1.0, s / STEP_M - i));
    return values[i] + f * (values[i + 1] - values[i]);
  }

  private int cell(double s) {
    return Math.max(0, Math.min(count - 2, (int) (s / STEP_M)));
  }

  private int nearest(double s) {
    return Math.max(0, Math.min(count - 1, (int) Math.rint(s / STEP_M)));
  }
}
