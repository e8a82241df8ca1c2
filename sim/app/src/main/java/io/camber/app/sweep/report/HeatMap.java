package io.camber.app.sweep.report;

import io.camber.evaluation.report.drawing.Markup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The share of bad runs over two parameters, as inline SVG; the counts are in every cell and its tool tip. */
final class HeatMap {
  private static final int CELL_W = 54;
  private static final int CELL_H = 30;
  private static final int LEFT = 118;
  private static final int TOP = 30;
  private static final int BOTTOM = 62;

  private final String xName;
  private final String yName;
  private final Bins xs;
  private final Bins ys;
  private final Tally[][] cells;

  HeatMap(List<SweepRow> rows, String xName, String yName, Predicate<SweepRow> isBad) {
    this.xName = xName;
    this.yName = yName;
    xs = Bins.of(rows, xName);
    ys = Bins.of(rows, yName);
    cells = new Tally[ys.labels().size()][xs.labels().size()];
    for (Tally[] line : cells) {
      Arrays.fill(line, Tally.EMPTY);
    }
    for (SweepRow row : rows) {
      int x = xs.of(row.value(xName));
      int y = ys.of(row.value(yName));
      cells[y][x] = cells[y][x].with(row, isBad);
    }
  }

  String toSvg(String title) {
    int width = LEFT + CELL_W * xs.labels().size() + 16;
    int height = TOP + CELL_H * ys.labels().size() + BOTTOM;
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg class=\"map\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
        width,
        height,
        width,
        height));
    text(svg, LEFT, 18, "start", "title", title);
    for (int y = 0; y < cells.length; y++) {
      // the largest value on top, as in a plot
      int top = TOP + CELL_H * (cells.length - 1 - y);
      text(svg, LEFT - 8, top + CELL_H / 2 + 4, "end", "", shortened(ys.labels().get(y)));
      for (int x = 0; x < cells[y].length; x++) {
        cell(svg, x, top, cells[y][x], xs.labels().get(x), ys.labels().get(y));
      }
    }
    int base = TOP + CELL_H * cells.length;
    for (int x = 0; x < xs.labels().size(); x++) {
      text(
          svg,
          LEFT + CELL_W * x + CELL_W / 2,
          base + 18,
          "middle",
          "",
          shortened(xs.labels().get(x)));
    }
    text(svg, LEFT, base + 40, "start", "name", "→ " + xName);
    text(svg, LEFT, base + 56, "start", "name", "↑ " + yName);
    return svg.append("</svg>\n").toString();
  }

  private void cell(StringBuilder svg, int x, int top, Tally tally, String xLabel, String yLabel) {
    String count = tally.runs() == 0 ? "–" : tally.bad() + "/" + tally.runs();
    svg.append(String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>%n",
        LEFT + CELL_W * x,
        top,
        CELL_W - 2,
        CELL_H - 2,
        tally.color(),
        Markup.escape(xName + " " + xLabel + ", " + yName + " " + yLabel + ": " + tally.bad()
            + " bad of " + tally.runs() + ", " + tally.left() + " left out")));
    text(
        svg,
        LEFT + CELL_W * x + CELL_W / 2 - 1,
        top + CELL_H / 2 + 3,
        "middle",
        tally.share() > 0.7 ? "light" : "count",
        count);
  }

  private static String shortened(String label) {
    return label.length() > 16 ? label.substring(0, 15) + "…" : label;
  }

  private static void text(
      StringBuilder svg, int x, int y, String anchor, String style, String text) {
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
