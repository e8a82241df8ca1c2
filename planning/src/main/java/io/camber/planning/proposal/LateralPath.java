package io.camber.planning.proposal;

import io.camber.geometry.Angles;
import io.camber.planning.route.ReferenceLine;

/**
 * A path from the start state that settles at an offset from the reference line: a quintic in station (Werling et al. 2010,
 * section III), with its own arc length {@code sigma} of {@code base_link}. Arrays are owned by this object.
 */
public final class LateralPath {
  /** Beyond this error of heading the quintic's slope is capped; the controller turns the rest. */
  private static final double YAW_ERROR_MAX = 0.7;

  private static final double CURVATURE_START_MAX = 0.2;

  private final String name;
  private final double target;
  private final double startS;
  private final double stepS;
  private final int count;
  private final double[] sigma;
  private final double[] x;
  private final double[] y;
  private final double[] yaw;
  private final double[] curvature;
  private final double[] d;
  private final double[] limit;

  private LateralPath(String name, double target, double startS, double stepS, int count) {
    this.name = name;
    this.target = target;
    this.startS = startS;
    this.stepS = stepS;
    this.count = count;
    this.sigma = new double[count];
    this.x = new double[count];
    this.y = new double[count];
    this.yaw = new double[count];
    this.curvature = new double[count];
    this.d = new double[count];
    this.limit = new double[count];
  }

  /**
   * Draws the path.
   *
   * @param target offset to settle at
   * @param shiftM stations over which the offset changes
   * @param reachM stations to draw
   */
  public static LateralPath of(
      String name,
      ReferenceLine line,
      StartState start,
      double target,
      double shiftM,
      double reachM) {
    double stepS = reachM > 160.0 ? 2.0 : 1.0;
    int count = Math.max(6, (int) Math.ceil(reachM / stepS) + 2);
    LateralPath path = new LateralPath(name, target, start.s(), stepS, count);
    path.draw(line, start, shiftM);
    return path;
  }

  private void draw(ReferenceLine line, StartState start, double shiftM) {
    double k0 = line.curvatureAt(start.s());
    double squeeze = Math.max(0.3, 1.0 - k0 * start.d());
    double error = Angles.difference(start.yaw(), Angles.wrap(line.yawAt(start.s())));
    error = Math.max(-YAW_ERROR_MAX, Math.min(YAW_ERROR_MAX, error));
    double slope = StrictMath.tan(error) * squeeze;
    double bend = start.curvaturePerM() - k0 / squeeze;
    bend = Math.max(-CURVATURE_START_MAX, Math.min(CURVATURE_START_MAX, bend));
    Quintic shift = Quintic.between(start.d() - target, slope, bend, shiftM);
    double yawBefore = line.yawAt(start.s()) + error;
    for (int i = 0; i < count; i++) {
      double along = i * stepS;
      double s = startS + along;
      double offset = target + shift.value(along);
      double slopeHere = shift.slope(along);
      double lineYaw = line.yawAt(s);
      double lineCos = line.cosAt(s);
      double lineSin = line.sinAt(s);
      double turn = slopeHere == 0.0
          ? 0.0
          : StrictMath.atan(slopeHere / Math.max(0.3, 1.0 - line.curvatureAt(s) * offset));
      d[i] = offset;
      x[i] = line.xAt(s) - offset * lineSin;
      y[i] = line.yAt(s) + offset * lineCos;
      yaw[i] = lineYaw + turn;
      limit[i] = line.speedLimitMpsAt(s);
    }
    x[0] = start.x();
    y[0] = start.y();
    yaw[0] = yawBefore + Angles.difference(start.yaw(), Angles.wrap(yawBefore));
    measure(start);
  }

  private void measure(StartState start) {
    for (int i = 1; i < count; i++) {
      double dx = x[i] - x[i - 1];
      double dy = y[i] - y[i - 1];
      sigma[i] = sigma[i - 1] + Math.sqrt(dx * dx + dy * dy);
    }
    for (int i = 1; i + 1 < count; i++) {
      curvature[i] = (yaw[i + 1] - yaw[i - 1]) / Math.max(0.1, sigma[i + 1] - sigma[i - 1]);
    }
    curvature[0] = start.curvaturePerM();
    curvature[count - 1] = curvature[count - 2];
  }

  public String name() {
    return name;
  }

  /** Offset from the reference line that the path settles at. */
  public double target() {
    return target;
  }

  public double lengthM() {
    return sigma[count - 1];
  }

  int count() {
    return count;
  }

  double sigma(int i) {
    return sigma[i];
  }

  double curvature(int i) {
    return curvature[i];
  }

  double limit(int i) {
    return limit[i];
  }

  /** Arc length at a station of the reference line; goes on at the rate of the ends outside the path. */
  public double sigmaAtStation(double s) {
    double at = (s - startS) / stepS;
    if (at < 0.0) {
      return at * stepS;
    }
    int i = Math.min(count - 2, (int) at);
    return sigma[i] + (at - i) * (sigma[i + 1] - sigma[i]);
  }

  /** Offset from the reference line at a station. */
  public double offsetAtStation(double s) {
    double at = (s - startS) / stepS;
    if (at <= 0.0) {
      return d[0];
    }
    int i = (int) at;
    return i >= count - 1 ? d[count - 1] : d[i] + (at - i) * (d[i + 1] - d[i]);
  }

  /** Index of the cell that holds an arc length; {@code hint} is an earlier answer not beyond it. */
  public int cell(double arc, int hint) {
    int i = Math.max(0, hint);
    while (i < count - 2 && sigma[i + 1] <= arc) {
      i++;
    }
    return i;
  }

  public double stationAt(double arc, int cell) {
    return startS + (cell + fraction(arc, cell)) * stepS;
  }

  public double xAt(double arc, int cell) {
    double f = fraction(arc, cell);
    return x[cell] + f * (x[cell + 1] - x[cell]) - bulge(f, cell) * (y[cell + 1] - y[cell]);
  }

  public double yAt(double arc, int cell) {
    double f = fraction(arc, cell);
    return y[cell] + f * (y[cell + 1] - y[cell]) + bulge(f, cell) * (x[cell + 1] - x[cell]);
  }

  /**
   * How far the arc lies left of its chord, per metre of chord. Plans start on earlier plans, so chords alone would lead the car
   * a little further into a bend each time.
   */
  private double bulge(double f, int cell) {
    double inside = Math.max(0.0, Math.min(1.0, f));
    return -0.5 * inside * (1.0 - inside) * (yaw[cell + 1] - yaw[cell]);
  }

  /** Unwrapped. */
  public double yawAt(double arc, int cell) {
    return yaw[cell] + fraction(arc, cell) * (yaw[cell + 1] - yaw[cell]);
  }

  public double curvatureAt(double arc, int cell) {
    double f = Math.min(1.0, fraction(arc, cell));
    return curvature[cell] + f * (curvature[cell + 1] - curvature[cell]);
  }

  private double fraction(double arc, int cell) {
    return (arc - sigma[cell]) / Math.max(1e-6, sigma[cell + 1] - sigma[cell]);
  }
}
