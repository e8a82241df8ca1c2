package io.camber.evaluation.report.drawing;

import java.util.List;

/** A plot over time as inline SVG: curves, shaded forbidden ranges, marks at key moments. */
public final class TimePlot {
  private static final double WIDTH = 640.0;
  private static final double HEIGHT = 190.0;
  private static final double LEFT = 46.0;
  private static final double RIGHT = 10.0;
  private static final double TOP = 30.0;
  private static final double BOTTOM = 24.0;

  /** Finer than this no screen shows. */
  private static final int POINTS_MAX = 1500;

  private final String title;
  private final double[] timesS;
  private final List<Curve> curves;
  private final ValueRange allowed;
  private final List<TimeMark> marks;
  private final Axis x;
  private final Axis y;

  /**
   * @param allowed values outside of it are shaded
   * @param shown the vertical axis reaches at least over it
   */
  public TimePlot(
      String title,
      double[] timesS,
      List<Curve> curves,
      ValueRange allowed,
      ValueRange shown,
      List<TimeMark> marks) {
    this.title = title;
    this.timesS = timesS.clone();
    this.curves = List.copyOf(curves);
    this.allowed = allowed;
    this.marks = List.copyOf(marks);
    double first = timesS.length == 0 ? 0.0 : timesS[0];
    double last = timesS.length == 0 ? 1.0 : timesS[timesS.length - 1];
    this.x = new Axis(new ValueRange(first, Math.max(last, first + 0.1)), LEFT, WIDTH - RIGHT);
    this.y = new Axis(valueRange(shown), HEIGHT - BOTTOM, TOP);
  }

  /** True when no curve has a value. */
  public boolean isEmpty() {
    return curves.stream().allMatch(this::isEmpty);
  }

  /** The drawing, scaling to the width of its place. */
  public String toSvg() {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"plot\" viewBox=\"0 0 ")
        .append((int) WIDTH)
        .append(' ')
        .append((int) HEIGHT)
        .append("\" role=\"img\" aria-label=\"")
        .append(Markup.escape(title))
        .append("\">\n");
    text(svg, LEFT, 13, "title", "start", title);
    legend(svg);
    shade(svg);
    grid(svg);
    for (TimeMark mark : marks) {
      double at = x.place(mark.timeS());
      line(svg, at, TOP, at, HEIGHT - BOTTOM, "mark " + mark.style());
    }
    curves.forEach(curve -> draw(svg, curve));
    return svg.append("</svg>\n").toString();
  }

  private ValueRange valueRange(ValueRange shown) {
    double min = shown.min();
    double max = shown.max();
    for (Curve curve : curves) {
      for (int i = 0; i < timesS.length; i++) {
        double value = curve.values().at(i);
        if (Double.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    double margin = 0.06 * Math.max(1e-3, max - min);
    return new ValueRange(min - (min < 0.0 ? margin : 0.0), max + margin);
  }

  private boolean isEmpty(Curve curve) {
    for (int i = 0; i < timesS.length; i++) {
      if (Double.isFinite(curve.values().at(i))) {
        return false;
      }
    }
    return true;
  }

  private void legend(StringBuilder svg) {
    double at = WIDTH - RIGHT;
    for (int i = curves.size() - 1; i >= 0; i--) {
      Curve curve = curves.get(i);
      if (isEmpty(curve)) {
        continue;
      }
      text(svg, at, 13, "legend", "end", curve.name());
      at -= 6.2 * curve.name().length() + 8.0;
      line(svg, at - 14, 9, at, 9, style(curve));
      at -= 24.0;
    }
  }

  private void shade(StringBuilder svg) {
    double top = y.place(Math.min(y.range().max(), allowed.max()));
    double bottom = y.place(Math.max(y.range().min(), allowed.min()));
    shadeRow(svg, TOP, top);
    shadeRow(svg, bottom, HEIGHT - BOTTOM);
  }

  private static void shadeRow(StringBuilder svg, double from, double to) {
    if (to - from > 0.5) {
      svg.append("<rect class=\"forbidden\" x=\"")
          .append(Markup.at(LEFT))
          .append("\" y=\"")
          .append(Markup.at(from))
          .append("\" width=\"")
          .append(Markup.at(WIDTH - LEFT - RIGHT))
          .append("\" height=\"")
          .append(Markup.at(to - from))
          .append("\"/>\n");
    }
  }

  private void grid(StringBuilder svg) {
    for (double tick : y.ticks(5)) {
      double at = y.place(tick);
      line(svg, LEFT, at, WIDTH - RIGHT, at, tick == 0.0 ? "grid zero" : "grid");
      text(svg, LEFT - 5, at + 3.5, "tick", "end", Markup.number(tick));
    }
    for (double tick : x.ticks(10)) {
      double at = x.place(tick);
      line(svg, at, TOP, at, HEIGHT - BOTTOM, "grid");
      text(svg, at, HEIGHT - BOTTOM + 13, "tick", "middle", Markup.number(tick) + " s");
    }
  }

  private void draw(StringBuilder svg, Curve curve) {
    int stride = Math.max(1, timesS.length / POINTS_MAX);
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < timesS.length; i += stride) {
      double value = curve.values().at(i);
      if (Double.isFinite(value)) {
        path.append(pen ? 'L' : 'M')
            .append(Markup.at(x.place(timesS[i])))
            .append(' ')
            .append(Markup.at(y.place(value)));
      }
      pen = Double.isFinite(value);
    }
    svg.append("<path class=\"")
        .append(style(curve))
        .append("\" d=\"")
        .append(path)
        .append("\"/>\n");
  }

  private static String style(Curve curve) {
    return "curve c" + curve.style() + (curve.dashed() ? " dashed" : "");
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String style) {
    svg.append("<path class=\"")
        .append(style)
        .append("\" d=\"M")
        .append(Markup.at(x1))
        .append(' ')
        .append(Markup.at(y1))
        .append('L')
        .append(Markup.at(x2))
        .append(' ')
        .append(Markup.at(y2))
        .append("\"/>\n");
  }

  private static void text(
      StringBuilder svg, double x, double y, String style, String anchor, String text) {
    svg.append("<text class=\"")
        .append(style)
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\" x=\"")
        .append(Markup.at(x))
        .append("\" y=\"")
        .append(Markup.at(y))
        .append("\">")
        .append(Markup.escape(text))
        .append("</text>\n");
  }
}
