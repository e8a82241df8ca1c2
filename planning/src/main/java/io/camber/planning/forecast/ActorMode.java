package io.camber.planning.forecast;

import io.camber.geometry.Angles;
import io.camber.planning.route.ReferenceLine;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import java.util.List;

/**
 * One mode of one track on the planner's time grid: in the map and along the reference line. Arrays are indexed by grid step
 * and owned by this object; readers do not write them.
 */
public final class ActorMode {
  private static final int COUNT = PlanGrid.COUNT;

  private final Track track;
  private final String name;
  private final double probability;
  private final double halfLength;
  private final double halfWidth;
  private final double radius;
  private final double[] x = new double[COUNT];
  private final double[] y = new double[COUNT];
  private final double[] cos = new double[COUNT];
  private final double[] sin = new double[COUNT];
  private final double[] speed = new double[COUNT];
  private final double[] s = new double[COUNT];
  private final double[] d = new double[COUNT];
  private final double[] halfS = new double[COUNT];
  private final double[] halfD = new double[COUNT];
  private final double[] alongSpeed = new double[COUNT];
  private final boolean[] reversed = new boolean[COUNT];

  private ActorMode(Track track, PredictedPath path) {
    this.track = track;
    this.name = path.mode();
    this.probability = path.probability();
    this.halfLength = track.size().lengthM() / 2.0;
    this.halfWidth = track.size().widthM() / 2.0;
    this.radius = Math.sqrt(halfLength * halfLength + halfWidth * halfWidth);
  }

  /**
   * Lays a mode out.
   *
   * @param offsetS start of the plan minus the time the mode's points count from
   * @param fromS stations within which the track may be found
   */
  static ActorMode of(
      Track track,
      PredictedPath path,
      double offsetS,
      ReferenceLine line,
      double fromS,
      double toS) {
    ActorMode mode = new ActorMode(track, path);
    List<PredictedPoint> points = path.points();
    int n = points.size();
    double[] ps = new double[n];
    double[] pd = new double[n];
    double near = Double.NaN;
    for (int i = 0; i < n; i++) {
      PredictedPoint p = points.get(i);
      near = Double.isNaN(near)
          ? line.project(p.x(), p.y(), fromS, toS)
          : line.projectNear(p.x(), p.y(), near);
      ps[i] = near;
      pd[i] = line.offset(p.x(), p.y(), near);
    }
    mode.fill(points, ps, pd, offsetS, line);
    return mode;
  }

  private void fill(
      List<PredictedPoint> points, double[] ps, double[] pd, double offsetS, ReferenceLine line) {
    int n = points.size();
    int next = 1;
    double cellYaw = Double.NaN;
    double cellCos = 1.0;
    double cellSin = 0.0;
    for (int k = 0; k < COUNT; k++) {
      double t = offsetS + k * PlanGrid.STEP_S;
      while (next < n - 1 && points.get(next).timeS() < t) {
        next++;
      }
      PredictedPoint a = points.get(Math.max(0, Math.min(next, n - 1) - 1));
      PredictedPoint b = points.get(Math.min(next, n - 1));
      double span = b.timeS() - a.timeS();
      double f = span > 0.0 ? Math.max(0.0, Math.min(1.5, (t - a.timeS()) / span)) : 0.0;
      int ia = Math.max(0, Math.min(next, n - 1) - 1);
      int ib = Math.min(next, n - 1);
      double angle = Angles.interpolate(a.yaw(), b.yaw(), f);
      if (angle != cellYaw) {
        cellYaw = angle;
        cellCos = StrictMath.cos(angle);
        cellSin = StrictMath.sin(angle);
      }
      x[k] = a.x() + f * (b.x() - a.x());
      y[k] = a.y() + f * (b.y() - a.y());
      cos[k] = cellCos;
      sin[k] = cellSin;
      speed[k] = a.speedMps() + f * (b.speedMps() - a.speedMps());
      s[k] = ps[ia] + f * (ps[ib] - ps[ia]);
      d[k] = pd[ia] + f * (pd[ib] - pd[ia]);
      double lineCos = line.cosAt(s[k]);
      double lineSin = line.sinAt(s[k]);
      double along = cellCos * lineCos + cellSin * lineSin;
      double across = Math.abs(cellSin * lineCos - cellCos * lineSin);
      halfS[k] = Math.abs(along) * halfLength + across * halfWidth;
      halfD[k] = across * halfLength + Math.abs(along) * halfWidth;
      double moved = span > 0.0 ? (ps[ib] - ps[ia]) / span : 0.0;
      alongSpeed[k] = speed[k] < 0.05 ? 0.0 : moved;
      reversed[k] = along < -0.5;
    }
  }

  public Track track() {
    return track;
  }

  public String name() {
    return name;
  }

  public double probability() {
    return probability;
  }

  public boolean isVulnerable() {
    return track.objectClass().isVulnerable();
  }

  public double halfLength() {
    return halfLength;
  }

  public double halfWidth() {
    return halfWidth;
  }

  public double radius() {
    return radius;
  }

  public double x(int k) {
    return x[k];
  }

  public double y(int k) {
    return y[k];
  }

  public double cos(int k) {
    return cos[k];
  }

  public double sin(int k) {
    return sin[k];
  }

  /** Along its own course. */
  public double speedMps(int k) {
    return speed[k];
  }

  /** Station of the centre on the reference line. */
  public double s(int k) {
    return s[k];
  }

  /** Offset of the centre from the reference line. */
  public double d(int k) {
    return d[k];
  }

  /** Half the extent along the reference line. */
  public double halfS(int k) {
    return halfS[k];
  }

  /** Half the extent across the reference line. */
  public double halfD(int k) {
    return halfD[k];
  }

  /** Rate of the station. */
  public double alongMps(int k) {
    return alongSpeed[k];
  }
}
