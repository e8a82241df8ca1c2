package io.camber.map.geometry;

/**
 * A curve whose curvature changes linearly (Euler spiral): x(u) = integral of cos(h0 + k0 u + k' u^2 / 2). The generalised
 * Fresnel integral is split into panels of at most half a radian of turning; inside a panel the integrand is smooth enough for
 * eight Gauss nodes to reach rounding error, for any k0 and k' including zero.
 */
public final class Clothoid implements Curve {
  private static final double PANEL_TURN = 0.5;

  private final double curvature;
  private final double curvatureSlope;
  private final double lengthM;
  private final double panelM;
  private final double[] panelX;
  private final double[] panelY;
  private final double[] panelCos;
  private final double[] panelSin;

  public Clothoid(
      double x, double y, double heading, double curvature, double curvatureEnd, double lengthM) {
    this.curvature = curvature;
    this.curvatureSlope = (curvatureEnd - curvature) / lengthM;
    this.lengthM = lengthM;
    double turnMax = Math.max(Math.abs(curvature), Math.abs(curvatureEnd)) * lengthM;
    int panels = Math.max(1, (int) Math.ceil(Math.min(turnMax / PANEL_TURN, 1e5)));
    this.panelM = lengthM / panels;
    this.panelX = new double[panels];
    this.panelY = new double[panels];
    this.panelCos = new double[panels];
    this.panelSin = new double[panels];
    CurvePoint start =
        new CurvePoint(x, y, StrictMath.cos(heading), StrictMath.sin(heading), curvature);
    for (int i = 0; i < panels; i++) {
      double u = i * panelM;
      double turned = u * (curvature + 0.5 * curvatureSlope * u);
      panelX[i] = start.x();
      panelY[i] = start.y();
      panelCos[i] = StrictMath.cos(heading + turned);
      panelSin[i] = StrictMath.sin(heading + turned);
      start = within(i, panelM);
    }
  }

  @Override
  public double lengthM() {
    return lengthM;
  }

  @Override
  public CurvePoint at(double u) {
    int panel = Math.max(0, Math.min(panelX.length - 1, (int) (u / panelM)));
    return within(panel, u - panel * panelM);
  }

  @Override
  public double stepTo(double u, double px, double py) {
    return at(u).stepTo(px, py);
  }

  @Override
  public double leftOf(double u, double px, double py) {
    return at(u).leftOf(px, py);
  }

  private CurvePoint within(int panel, double u) {
    double k = curvature + curvatureSlope * panel * panelM;
    double along = 0.0;
    double aside = 0.0;
    double half = 0.5 * u;
    for (int i = 0; i < Quadrature.NODES.length; i++) {
      double v = half + half * Quadrature.NODES[i];
      double turn = v * (k + 0.5 * curvatureSlope * v);
      along += Quadrature.WEIGHTS[i] * SmallAngles.cos(turn);
      aside += Quadrature.WEIGHTS[i] * SmallAngles.sin(turn);
    }
    along *= half;
    aside *= half;
    double turn = u * (k + 0.5 * curvatureSlope * u);
    double c = panelCos[panel];
    double s = panelSin[panel];
    double ct = SmallAngles.cos(turn);
    double st = SmallAngles.sin(turn);
    return new CurvePoint(
        panelX[panel] + c * along - s * aside,
        panelY[panel] + s * along + c * aside,
        c * ct - s * st,
        s * ct + c * st,
        k + curvatureSlope * u);
  }
}
