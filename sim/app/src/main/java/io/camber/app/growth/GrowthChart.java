package io.camber.app.growth;

import io.camber.app.growth.GrowthBenchmark.Curve;
import io.camber.app.growth.GrowthBenchmark.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Growth curves side by side on logarithmic axes, as one SVG. */
public final class GrowthChart {
  private static final int PANEL = 270;
  private static final int HEIGHT = 250;
  private static final int LEFT = 52;
  private static final int BOTTOM = 40;
  private static final int TOP = 26;

  /** From a tenth of a microsecond to ten seconds, in microseconds. */
  private static final double LOG_MIN = -1.0;

  private static final double LOG_MAX = 7.0;
  private static final double US_PER_MS = 1e3;

  private GrowthChart() {}

  public static String toSvg(List<Curve> curves) {
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
            + " height=\"%2$d\" font-family=\"sans-serif\" font-size=\"11\">%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
        PANEL * curves.size(),
        HEIGHT + 20));
    for (int i = 0; i < curves.size(); i++) {
      panel(svg, curves.get(i), i * PANEL);
    }
    text(svg, LEFT, HEIGHT + 12, "start", "#b2182b", "— one step");
    text(
        svg,
        LEFT + 90,
        HEIGHT + 12,
        "start",
        "#2166ac",
        "— reading the scenario and setting it up");
    text(svg, LEFT + 340, HEIGHT + 12, "start", "#5aae61", "— reading the map");
    return svg.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder svg, Curve curve, int x0) {
    text(svg, x0 + LEFT, 16, "start", "#1c2430", "time over number of " + curve.name());
    String[] labels = {"1 µs", "10", "100", "1 ms", "10", "100", "1 s"};
    for (int i = 0; i < labels.length; i++) {
      double y = y(Math.pow(10.0, i));
      svg.append(String.format(
          Locale.ROOT,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e3e6ea\"/>%n",
          x0 + LEFT,
          x0 + PANEL - 12,
          y,
          y));
      text(svg, x0 + LEFT - 5, (int) y + 4, "end", "#556", labels[i]);
    }
    double largest = curve.points().get(curve.points().size() - 1).size();
    for (Point point : curve.points()) {
      text(
          svg,
          (int) x(x0, point.size(), largest),
          HEIGHT - BOTTOM + 16,
          "middle",
          "#556",
          point.size() >= 1000 ? point.size() / 1000 + "k" : Integer.toString(point.size()));
    }
    line(svg, curve, x0, "#b2182b", Point::stepUs);
    line(svg, curve, x0, "#2166ac", point -> point.loadMs() * US_PER_MS);
    line(svg, curve, x0, "#5aae61", point -> point.mapMs() * US_PER_MS);
  }

  private static void line(
      StringBuilder svg, Curve curve, int x0, String color, ToDoubleFunction<Point> us) {
    double largest = curve.points().get(curve.points().size() - 1).size();
    svg.append("<polyline fill=\"none\" stroke-width=\"1.8\" stroke=\"")
        .append(color)
        .append("\" points=\"");
    for (Point point : curve.points()) {
      svg.append(String.format(
          Locale.ROOT, "%.1f,%.1f ", x(x0, point.size(), largest), y(us.applyAsDouble(point))));
    }
    svg.append("\"/>\n");
  }

  private static double x(int x0, double size, double largest) {
    double share = Math.log10(size) / Math.max(1e-9, Math.log10(largest));
    return x0 + LEFT + share * (PANEL - LEFT - 20);
  }

  private static double y(double us) {
    double share = (Math.log10(Math.max(1e-3, us)) - LOG_MIN) / (LOG_MAX - LOG_MIN);
    return HEIGHT - BOTTOM - Math.max(0.0, Math.min(1.0, share)) * (HEIGHT - BOTTOM - TOP);
  }

  private static void text(
      StringBuilder svg, int x, int y, String anchor, String color, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        color,
        text));
  }
}
