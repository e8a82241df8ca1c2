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

  public CurvePoint at(double s) {
    double clamped = Math.max(0.0, Math.min(lengthM, s));
    int found = starts.length == 1 ? 0 : Arrays.binarySearch(starts, clamped);
    int index = found >= 0 ? found : Math.max(0, -found - 2);
    return curves[index].at(clamped - starts[index]);
  }

  /** Station within [from, to] whose normal passes through the point, by Newton from {@code guess}. */
  public double footOf(double x, double y, double guess, double from, double to) {
    double s = Math.max(from, Math.min(to, guess));
    for (int i = 0; i < NEWTON_STEPS; i++) {
      CurvePoint point = at(s);
      double dx = x - point.x();
      double dy = y - point.y();
      double ahead = dx * point.cos() + dy * point.sin();
      double left = dy * point.cos() - dx * point.sin();
      // The foot moves by ahead / (1 - k d); near the centre of curvature that step is damped.
      double step = ahead / Math.max(0.2, 1.0 - point.curvature() * left);
      double next = Math.max(from, Math.min(to, s + step));
      if (Math.abs(next - s) < 1e-10) {
        return next;
      }
      s = next;
    }
    return s;
  }
}
