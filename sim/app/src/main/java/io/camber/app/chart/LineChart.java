package io.camber.app.chart;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import java.util.List;
import java.util.Locale;

/** Plots side by side as one SVG: what was driven in full lines, what is expected in broken ones. */
public final class LineChart {
  private static final int PANEL = 400;
  private static final int HEIGHT = 300;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 44;
  private static final String[] COLORS = {"#2166ac", "#b2182b", "#1b7837", "#e08214", "#762a83"};
  private static final String GREY = "#667";

  private final StringBuilder svg = new StringBuilder();

  private LineChart() {}

  /** Plots in rows of {@code columns}. */
  public static String toSvg(List<Plot> plots, int columns) {
    LineChart chart = new LineChart();
    int wide = Math.min(columns, Math.max(1, plots.size()));
    int rows = (plots.size() + wide - 1) / wide;
    chart.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
            + " font-family=\"sans-serif\" font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
        PANEL * wide, HEIGHT * rows);
    for (int i = 0; i < plots.size(); i++) {
      chart.panel(plots.get(i), PANEL * (i % wide), HEIGHT * (i / wide));
    }
    return chart.svg.append("</svg>\n").toString();
  }

  private void panel(Plot plot, int x0, int y0) {
    Range x = Range.of(plot, true);
    Range y = Range.of(plot, false);
    int right = x0 + PANEL - RIGHT;
    int bottom = y0 + HEIGHT - BOTTOM;
    text(x0 + LEFT, y0 + 18, "start", "#1c2430", plot.title());
    text((x0 + LEFT + right) / 2, y0 + HEIGHT - 8, "middle", GREY, plot.xName());
    text(x0 + 12, (y0 + TOP + bottom) / 2, "middle", GREY, plot.yName(), -90);
    for (double tick = x.first(); tick <= x.max() + 1e-9 * x.span(); tick += x.step()) {
      double at = x0 + LEFT + (tick - x.min()) / x.span() * (PANEL - LEFT - RIGHT);
      line(at, y0 + TOP, at, bottom, "#e6e8ec");
      text((int) at, bottom + 15, "middle", GREY, x.label(tick));
    }
    for (double tick = y.first(); tick <= y.max() + 1e-9 * y.span(); tick += y.step()) {
      double at = bottom - (tick - y.min()) / y.span() * (HEIGHT - TOP - BOTTOM);
      line(x0 + LEFT, at, right, at, "#e6e8ec");
      text(x0 + LEFT - 5, (int) at + 4, "end", GREY, y.label(tick));
    }
    int driven = 0;
    int row = 0;
    for (Curve curve : plot.curves()) {
      String color = curve.isReference() ? "#333" : COLORS[driven++ % COLORS.length];
      curve(curve, color, x, y, x0, bottom);
      int legend = y0 + TOP + 12 + 14 * row++;
      line(right - 22, legend - 4, right - 4, legend - 4, color);
      text(right - 26, legend, "end", color, curve.name());
    }
  }

  /** A point that is no number leaves a gap. */
  private void curve(Curve curve, String color, Range x, Range y, int x0, int bottom) {
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    boolean isOpen = false;
    for (Vec2 point : curve.points()) {
      if (!Double.isFinite(point.x() + point.y())) {
        svg.append(isOpen ? "\"/>\n" : "");
        isOpen = false;
        lastX = Double.NaN;
        continue;
      }
      if (!isOpen) {
        begin(curve, color);
        isOpen = true;
      }
      double px = x0 + LEFT + (point.x() - x.min()) / x.span() * (PANEL - LEFT - RIGHT);
      double py = bottom - (point.y() - y.min()) / y.span() * (HEIGHT - TOP - BOTTOM);
      // Points that lie on one another on paper only make the file larger.
      if (!(Math.abs(px - lastX) < 0.7 && Math.abs(py - lastY) < 0.7)) {
        add("%.1f,%.1f ", px, py);
        lastX = px;
        lastY = py;
      }
    }
    svg.append(isOpen ? "\"/>\n" : "");
  }

  private void begin(Curve curve, String color) {
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s points=\"",
        color,
        curve.isReference() ? "1.2" : "1.8",
        curve.isReference() ? " stroke-dasharray=\"5 3\"" : "");
  }

  private void line(double x1, double y1, double x2, double y2, String color) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
        x1, y1, x2, y2, color);
  }

  private void text(int x, int y, String anchor, String color, String text) {
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, color, escaped(text));
  }

  private void text(int x, int y, String anchor, String color, String text, int turnedDeg) {
    add(
        "<text transform=\"translate(%d %d) rotate(%d)\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, turnedDeg, anchor, color, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  /** An axis: from where to where, and its ticks. */
  private record Range(double min, double max, double step) {
    static Range of(Plot plot, boolean isX) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Curve curve : plot.curves()) {
        for (Vec2 point : curve.points()) {
          double value = isX ? point.x() : point.y();
          if (!Double.isFinite(value)) {
            continue;
          }
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      if (!(high > low)) {
        low = Double.isFinite(low) ? low - 1.0 : 0.0;
        high = low + 2.0;
      }
      if (!isX) {
        // Room for the legend; axes of shares and speeds begin at 0.
        low = low > 0.0 && low < 0.6 * high ? 0.0 : low;
        high += 0.22 * (high - low);
      }
      double step = Math.pow(10.0, Math.floor(Math.log10((high - low) / 7.0)));
      // One, two or five times a power of ten: at most eight ticks.
      if ((high - low) / step > 35.0) {
        step *= 10.0;
      } else if ((high - low) / step > 14.0) {
        step *= 5.0;
      } else if ((high - low) / step > 7.0) {
        step *= 2.0;
      }
      return new Range(low, high, step);
    }

    double span() {
      return max - min;
    }

    double first() {
      return Math.ceil(min / step - 1e-9) * step;
    }

    String label(double tick) {
      double clean = Math.abs(tick) < 1e-9 * span() ? 0.0 : tick;
      int digits = (int) Math.max(0.0, Math.ceil(-Math.log10(step) - 1e-9));
      return String.format(Locale.ROOT, "%." + digits + "f", clean);
    }
  }
}
