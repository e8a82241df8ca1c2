package io.camber.app.sensorbench;

import io.camber.app.sensorbench.SensorGrowth.Curve;
import io.camber.app.sensorbench.SensorGrowth.Point;
import java.util.List;
import java.util.Locale;

/** Growth curves side by side on logarithmic axes, as one SVG; each panel's axis fits its own values. */
public final class GrowthPlot {
  private static final int PANEL = 330;
  private static final int HEIGHT = 220;
  private static final int LEFT = 46;
  private static final int TOP = 28;
  private static final int BOTTOM = 34;

  private GrowthPlot() {}

  public static String toSvg(List<Curve> curves) {
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
            + " height=\"%2$d\" font-family=\"sans-serif\" font-size=\"11\">%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
        PANEL * curves.size(),
        HEIGHT));
    for (int i = 0; i < curves.size(); i++) {
      panel(svg, curves.get(i), PANEL * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder svg, Curve curve, int x0) {
    text(svg, x0 + 10, 16, "start", curve.unit() + " over number of " + curve.name());
    double most = curve.points().stream().mapToDouble(Point::value).max().orElse(1.0);
    double least = curve.points().stream().mapToDouble(Point::value).min().orElse(1.0);
    int high = (int) Math.ceil(Math.log10(most) + 1e-9);
    int low = Math.min(high - 1, (int) Math.floor(Math.log10(least)));
    double last = curve.points().get(curve.points().size() - 1).size();
    double first = curve.points().get(0).size();
    for (int decade = low; decade <= high; decade++) {
      double y = y(Math.pow(10.0, decade), low, high);
      svg.append(String.format(
          Locale.ROOT,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e3e6ea\"/>%n",
          x0 + LEFT,
          x0 + PANEL - 14,
          y,
          y));
      text(svg, x0 + LEFT - 5, (int) y + 4, "end", plain(Math.pow(10.0, decade)));
    }
    StringBuilder line = new StringBuilder();
    for (Point point : curve.points()) {
      double x = x(x0, point.size(), first, last);
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(point.value(), low, high)));
      svg.append(String.format(
          Locale.ROOT,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"#b2182b\"/>%n",
          x,
          y(point.value(), low, high)));
    }
    for (Point point : List.of(
        curve.points().get(0),
        curve.points().get(curve.points().size() / 2),
        curve.points().get(curve.points().size() - 1))) {
      text(
          svg,
          (int) x(x0, point.size(), first, last),
          HEIGHT - BOTTOM + 16,
          "middle",
          plain(point.size()));
    }
    svg.append("<polyline fill=\"none\" stroke-width=\"1.6\" stroke=\"#b2182b\" points=\"")
        .append(line)
        .append("\"/>\n");
  }

  private static double x(int x0, double size, double first, double last) {
    double share = Math.log(size / first) / Math.log(last / first);
    return x0 + LEFT + 6 + share * (PANEL - LEFT - 36);
  }

  private static double y(double value, int low, int high) {
    double share = (Math.log10(value) - low) / (high - low);
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  }

  private static String plain(double value) {
    return value >= 1e6
        ? String.format(Locale.ROOT, "%.1fM", value * 1e-6)
        : value >= 1e3
            ? String.format(Locale.ROOT, "%.0fk", value * 1e-3)
            : value >= 1.0
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2g", value);
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#333a44\">%s</text>%n",
        x,
        y,
        anchor,
        text));
  }
}
