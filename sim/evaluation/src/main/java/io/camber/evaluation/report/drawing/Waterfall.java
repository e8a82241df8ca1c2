package io.camber.evaluation.report.drawing;

import java.util.List;
import java.util.Locale;

/** Durations one after the other as bars, each starting where the one before ends. */
public final class Waterfall {
  private static final double WIDTH = 640.0;
  private static final double LABEL = 190.0;
  private static final double ROW = 20.0;
  private static final double TOP = 22.0;

  private Waterfall() {}

  /** One leg. */
  public record Leg(String name, double seconds) {}

  /** The drawing; legs shorter than a microsecond are left out. */
  public static String toSvg(String title, List<Leg> legs) {
    List<Leg> shown = legs.stream().filter(leg -> leg.seconds() > 1e-6).toList();
    double total = shown.stream().mapToDouble(Leg::seconds).sum();
    double height = TOP + ROW * (shown.size() + 1) + 6.0;
    Axis axis = new Axis(new ValueRange(0.0, Math.max(total, 1e-6)), LABEL, WIDTH - 70.0);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"plot\" viewBox=\"0 0 ")
        .append(Markup.at(WIDTH))
        .append(' ')
        .append(Markup.at(height))
        .append("\" role=\"img\" aria-label=\"")
        .append(Markup.escape(title))
        .append("\"><text class=\"title\" x=\"4\" y=\"13\">")
        .append(Markup.escape(title))
        .append("</text>\n");
    double at = 0.0;
    for (int i = 0; i < shown.size(); i++) {
      Leg leg = shown.get(i);
      bar(
          svg,
          TOP + ROW * i,
          leg.name(),
          axis.place(at),
          axis.place(at + leg.seconds()),
          leg.seconds(),
          "bar b" + i % 4);
      at += leg.seconds();
    }
    bar(svg, TOP + ROW * shown.size(), "sum", axis.place(0.0), axis.place(total), total, "bar sum");
    return svg.append("</svg>\n").toString();
  }

  private static void bar(
      StringBuilder svg,
      double top,
      String name,
      double from,
      double to,
      double seconds,
      String style) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"tick\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">%s</text>"
            + "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>"
            + "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%.1f ms</text>\n",
        LABEL - 8.0,
        top + 13.0,
        Markup.escape(name),
        style,
        from,
        top + 3.0,
        Math.max(1.0, to - from),
        ROW - 7.0,
        to + 6.0,
        top + 13.0,
        seconds * 1e3));
  }
}
