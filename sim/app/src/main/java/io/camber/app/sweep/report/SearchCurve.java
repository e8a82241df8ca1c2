package io.camber.app.sweep.report;

import io.camber.app.sweep.search.SearchStep;
import io.camber.evaluation.report.drawing.Markup;
import java.util.List;
import java.util.Locale;

/** The values of a search in their order as dots, the smallest so far as a line, as inline SVG. */
final class SearchCurve {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 260;
  private static final int LEFT = 60;
  private static final int BOTTOM = 34;
  private static final int TOP = 24;

  /** Values above are those of runs that tell nothing; they lie on the upper edge. */
  private static final double SHOWN_MAX = 999.0;

  private SearchCurve() {}

  static String toSvg(List<SearchStep> course, String name) {
    double high = course.stream()
        .mapToDouble(SearchStep::value)
        .filter(v -> v < SHOWN_MAX)
        .max()
        .orElse(1.0);
    double low =
        Math.min(0.0, course.stream().mapToDouble(SearchStep::value).min().orElse(0.0));
    double span = high > low ? high - low : 1.0;
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg class=\"map\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT));
    text(svg, LEFT, 14, "title", "start", name + " of each run, and the smallest so far");
    text(svg, LEFT - 6, TOP + 10, "", "end", String.format(Locale.ROOT, "%.3g", high));
    text(svg, LEFT - 6, HEIGHT - BOTTOM, "", "end", String.format(Locale.ROOT, "%.3g", low));
    text(svg, LEFT, HEIGHT - 10, "name", "start", "run 1");
    text(svg, WIDTH - 4, HEIGHT - 10, "name", "end", "run " + course.size());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < course.size(); i++) {
      SearchStep step = course.get(i);
      double x = LEFT + (WIDTH - LEFT - 8.0) * i / Math.max(1, course.size() - 1);
      svg.append(String.format(
          Locale.ROOT,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\" fill=\"#8093b0\"/>",
          x,
          y(step.value(), low, span)));
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(step.best(), low, span)));
    }
    svg.append("\n<polyline fill=\"none\" stroke=\"#b2182b\" stroke-width=\"1.6\" points=\"")
        .append(line.toString().strip())
        .append("\"/>\n</svg>\n");
    return svg.toString();
  }

  private static double y(double value, double low, double span) {
    double share = Math.max(0.0, Math.min(1.0, (value - low) / span));
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
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
