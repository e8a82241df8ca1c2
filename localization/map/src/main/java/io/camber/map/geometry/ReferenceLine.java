package io.camber.map.geometry;

import java.util.Arrays;
import java.util.List;

/** Curves laid end to end by station s; s is clamped to the line. */
public final class ReferenceLine {
  private static final int NEWTON_STEPS = 20;

  private final double[] starts;
  private final Curve[] curves;
  private final double lengthM;

  /**
   * Curves in order with the station at which each starts, the first at 0.
   *
   * @param lengthM where the line ends
   */
  public ReferenceLine(List<Double> starts, List<Curve> curves, double lengthM) {
    if (curves.isEmpty() || starts.size() != curves.size()) {
      throw new IllegalArgumentException("starts=" + starts.size() + ", curves=" + curves.size());
    }
    this.starts = starts.stream().mapToDouble(Double::doubleValue).toArray();
    this.curves = curves.toArray(Curve[]::new);
    this.lengthM = lengthM;
  }

  public double lengthM() {
    return lengthM;
  }

  /** Stations at which a new curve begins. */
  public double[] breaks() {
    return starts.clone();
  }

  /** Station at which curve i begins. */
  public double breakAt(int i) {
    return starts[i];
  }

  /** How many curves the line consists of. */
  public int curveCount() {
    return curves.length;
  }

  /** Curve i on its own. */
  public Curve curve(int i) {
    return curves[i];
  }

  /** Distance in plan view between the end of curve i and the start of the next one. */
  public double gapAfter(int i) {
    CurvePoint end = curves[i].at(curves[i].lengthM());
    CurvePoint start = curves[i + 1].at(0.0);
    double dx = end.x() - start.x();
    double dy = end.y() - start.y();
    return Math.sqrt(dx * dx + dy * dy);
  }

  public CurvePoint at(double s) {
    double clamped = Math.max(0.0, Math.min(lengthM, s));
    return at(clamped, indexAt(clamped));
  }

  private CurvePoint at(double clamped, int index) {
    return curves[index].at(clamped - starts[index]);
  }

  /** How far left of the line's tangent at a station, on or near a curve, a point lies. */
  public double leftOf(double s, double x, double y, int nearCurve) {
    double clamped = Math.max(0.0, Math.min(lengthM, s));
    int index = indexNear(clamped, nearCurve);
    return curves[index].leftOf(clamped - starts[index], x, y);
  }

  /** Index of the curve at a station. */
  public int indexAt(double s) {
    int found = starts.length == 1 ? 0 : Arrays.binarySearch(starts, s);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** As {@link #indexAt}, quick when the curve is the one expected. */
  private int indexNear(double s, int expected) {
    boolean same =
        starts[expected] < s && (expected + 1 == starts.length || s < starts[expected + 1]);
    return same ? expected : indexAt(s);
  }

  /** Station within [from, to] whose normal passes through the point, by Newton from {@code guess}. */
  public double footOf(double x, double y, double guess, double from, double to) {
    return footOf(
        x, y, guess, from, to, indexAt(Math.max(0.0, Math.min(lengthM, Math.max(from, guess)))));
  }

  /** As {@link #footOf(double, double, double, double, double)}, quick when the foot is on the expected curve. */
  public double footOf(
      double x, double y, double guess, double from, double to, int expectedCurve) {
    double s = Math.max(from, Math.min(to, guess));
    int index = expectedCurve;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double clamped = Math.max(0.0, Math.min(lengthM, s));
      index = indexNear(clamped, index);
      double step = curves[index].stepTo(clamped - starts[index], x, y);
      double next = Math.max(from, Math.min(to, s + step));
      if (Math.abs(next - s) < 1e-10) {
        return next;
      }
      s = next;
    }
    return s;
  }
}
