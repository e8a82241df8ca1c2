package io.camber.evaluation.report.drawing;

import java.util.List;
import java.util.Locale;

/** Precision over recall, both from 0 to 1. */
public final class RecallPlot {
  private static final double WIDTH = 360.0;
  private static final double HEIGHT = 260.0;
  private static final double LEFT = 44.0;
  private static final double RIGHT = 8.0;
  private static final double TOP = 24.0;
  private static final double BOTTOM = 34.0;
  private static final int TICKS = 5;

  private RecallPlot() {}

  /**
   * The drawing.
   *
   * @param precisions at recalls that are evenly spaced from 0 to 1; 0 where that recall is not reached
   */
  public static String toSvg(String title, List<Double> precisions) {
    Axis x = new Axis(new ValueRange(0.0, 1.0), LEFT, WIDTH - RIGHT);
    Axis y = new Axis(new ValueRange(0.0, 1.0), HEIGHT - BOTTOM, TOP);
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg class=\"plot\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">"
            + "<text class=\"title\" x=\"4\" y=\"13\">%s</text>%n",
        WIDTH,
        HEIGHT,
        Markup.escape(title),
        Markup.escape(title)));
    for (int i = 0; i <= TICKS; i++) {
      double share = (double) i / TICKS;
      grid(svg, x.place(share), y.place(0.0), x.place(share), y.place(1.0));
      grid(svg, x.place(0.0), y.place(share), x.place(1.0), y.place(share));
      text(svg, "middle", x.place(share), HEIGHT - BOTTOM + 14.0, share);
      text(svg, "end", LEFT - 6.0, y.place(share) + 4.0, share);
    }
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"tick\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">recall; upwards precision</text>",
        WIDTH - RIGHT,
        HEIGHT - 4.0));
    svg.append("<polyline class=\"curve c1\" points=\"");
    int last = precisions.size() - 1;
    for (int i = 0; i <= last; i++) {
      svg.append(Markup.at(x.place((double) i / last)))
          .append(',')
          .append(Markup.at(y.place(precisions.get(i))))
          .append(' ');
    }
    return svg.append("\"/></svg>\n").toString();
  }

  private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(String.format(
        Locale.ROOT,
        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        x1,
        y1,
        x2,
        y2));
  }

  private static void text(StringBuilder svg, String anchor, double x, double y, double share) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"tick\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%.1f</text>%n",
        anchor,
        x,
        y,
        share));
  }
}
