package io.camber.map.geometry;

import java.util.Arrays;

/**
 * A curve given by two cubics over a parameter p in its own frame: OpenDRIVE's poly3 (along = p) and paramPoly3. Arc length is
 * mapped to p numerically. Where the declared length differs from the true one, arc length is stretched so that the curve
 * still ends where its polynomials end.
 */
public final class PolynomialCurve implements Curve {
  private static final double PANEL_M = 2.0;
  private static final int NEWTON_STEPS = 12;

  private final double x;
  private final double y;
  private final double cos;
  private final double sin;
  private final Cubic along;
  private final Cubic aside;
  private final double lengthM;
  private final double stretch;
  private final double panelP;
  private final double[] panelArc;

  private PolynomialCurve(
      double x, double y, double heading, Cubic along, Cubic aside, double pMax, double lengthM) {
    this.x = x;
    this.y = y;
    this.cos = StrictMath.cos(heading);
    this.sin = StrictMath.sin(heading);
    this.along = along;
    this.aside = aside;
    this.lengthM = lengthM;
    int panels = panels(lengthM);
    this.panelP = pMax / panels;
    this.panelArc = new double[panels + 1];
    for (int i = 0; i < panels; i++) {
      panelArc[i + 1] = panelArc[i] + arc(i * panelP, (i + 1) * panelP);
    }
    this.stretch = panelArc[panels] / lengthM;
  }

  /** paramPoly3: both coordinates as cubics of p, which runs from 0 to {@code pMax}. */
  public static PolynomialCurve ofParameter(
      double x, double y, double heading, Cubic along, Cubic aside, double pMax, double lengthM) {
    return new PolynomialCurve(x, y, heading, along, aside, pMax, lengthM);
  }

  /** poly3: the offset as a cubic of the distance along the initial heading, until the arc length is {@code lengthM}. */
  public static PolynomialCurve ofOffset(
      double x, double y, double heading, Cubic aside, double lengthM) {
    Cubic along = new Cubic(0.0, 1.0, 0.0, 0.0);
    PolynomialCurve probe = new PolynomialCurve(x, y, heading, along, aside, lengthM, lengthM);
    return new PolynomialCurve(x, y, heading, along, aside, probe.parameterAtArc(lengthM), lengthM);
  }

  private static int panels(double lengthM) {
    return (int) Math.max(8.0, Math.min(1000.0, Math.ceil(lengthM / PANEL_M)));
  }

  /** True arc length over the declared one; 1 for a faithful file. */
  public double stretch() {
    return stretch;
  }

  @Override
  public double lengthM() {
    return lengthM;
  }

  @Override
  public CurvePoint at(double u) {
    double p = parameterAtArc(u * stretch);
    double a = along.at(p);
    double b = aside.at(p);
    double da = along.slopeAt(p);
    double db = aside.slopeAt(p);
    double speed = Math.sqrt(da * da + db * db);
    double curvature = speed == 0.0
        ? 0.0
        : (da * aside.bendAt(p) - db * along.bendAt(p)) / (speed * speed * speed);
    double tc = speed == 0.0 ? 1.0 : da / speed;
    double ts = speed == 0.0 ? 0.0 : db / speed;
    return new CurvePoint(
        x + cos * a - sin * b,
        y + sin * a + cos * b,
        cos * tc - sin * ts,
        sin * tc + cos * ts,
        curvature);
  }

  @Override
  public double stepTo(double u, double px, double py) {
    return at(u).stepTo(px, py);
  }

  @Override
  public double leftOf(double u, double px, double py) {
    return at(u).leftOf(px, py);
  }

  private double parameterAtArc(double target) {
    int found = Arrays.binarySearch(panelArc, target);
    int panel = Math.max(0, Math.min(panelArc.length - 2, found >= 0 ? found : -found - 2));
    double start = panel * panelP;
    double span = panelArc[panel + 1] - panelArc[panel];
    double p = span > 0.0 ? start + panelP * (target - panelArc[panel]) / span : start;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double error = panelArc[panel] + arc(start, p) - target;
      double speed = speed(p);
      if (Math.abs(error) < 1e-11 || speed < 1e-9) {
        break;
      }
      p -= error / speed;
    }
    return p;
  }

  private double arc(double from, double to) {
    return Quadrature.integrate(this::speed, from, to);
  }

  private double speed(double p) {
    double da = along.slopeAt(p);
    double db = aside.slopeAt(p);
    return Math.sqrt(da * da + db * db);
  }
}
