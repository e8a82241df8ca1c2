package io.camber.app.sweep.report;

import io.camber.evaluation.report.drawing.Markup;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The share of bad runs at each value of one parameter, as inline SVG. */
final class Bars {
  private static final int LINE = 22;
  private static final int LEFT = 130;
  private static final int WIDTH = 240;

  private Bars() {}

  static String toSvg(List<SweepRow> rows, String parameter, Predicate<SweepRow> isBad) {
    Bins bins = Bins.of(rows, parameter);
    Tally[] tallies = Tally.along(rows, parameter, bins, isBad);
    int height = 26 + LINE * tallies.length;
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg class=\"map\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
        LEFT + WIDTH + 90,
        height,
        LEFT + WIDTH + 90,
        height));
    text(svg, 0, 14, "title", "start", parameter);
    for (int i = 0; i < tallies.length; i++) {
      Tally tally = tallies[i];
      int y = 24 + LINE * i;
      String label = bins.labels().get(i);
      text(
          svg,
          LEFT - 8,
          y + 14,
          "",
          "end",
          label.length() > 18 ? label.substring(0, 17) + "…" : label);
      double share = tally.runs() == 0 ? 0.0 : tally.share();
      svg.append(String.format(
          Locale.ROOT,
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"rail\"/>"
              + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
          LEFT,
          y,
          WIDTH,
          LINE - 4,
          LEFT,
          y,
          WIDTH * share,
          LINE - 4,
          tally.color()));
      text(svg, LEFT + WIDTH + 8, y + 14, "count", "start", tally.bad() + "/" + tally.runs());
    }
    return svg.append("</svg>\n").toString();
  }

  private static void text(
      StringBuilder svg, int x, int y, String style, String anchor, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        style,
        Markup.escape(text)));
  }
}
