package io.camber.evaluation.report.drawing;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.List;
import java.util.Locale;

/**
 * A piece of the ground as a drawing. The sheet's pose is its middle and the direction that points right; x runs right, y up.
 */
public final class Sheet {
  private final Pose2 mapFromSheet;
  private final double halfWidthM;
  private final double halfHeightM;
  private final double scale;
  private final StringBuilder svg = new StringBuilder();

  /** @param scale drawing units per metre */
  public Sheet(Pose2 mapFromSheet, double widthM, double heightM, double scale) {
    this.mapFromSheet = mapFromSheet;
    this.halfWidthM = widthM / 2.0;
    this.halfHeightM = heightM / 2.0;
    this.scale = scale;
  }

  /** Drawing units per metre. */
  public double scale() {
    return scale;
  }

  /** True when a point lies on the sheet or less than {@code marginM} beside it. */
  public boolean shows(Vec2 point, double marginM) {
    Vec2 local = mapFromSheet.applyInverse(point);
    return Math.abs(local.x()) <= halfWidthM + marginM
        && Math.abs(local.y()) <= halfHeightM + marginM;
  }

  /** A closed area; with a title it explains itself on hover. */
  public void area(List<Vec2> corners, String style, String title) {
    svg.append("<path class=\"").append(style).append("\" d=\"");
    append(corners);
    svg.append("Z\"");
    if (title.isEmpty()) {
      svg.append("/>\n");
    } else {
      svg.append("><title>").append(Markup.escape(title)).append("</title></path>\n");
    }
  }

  /** An open line; {@code stroke} overrides the style's colour unless empty. */
  public void line(List<Vec2> points, String style, String stroke) {
    svg.append("<path class=\"").append(style).append('"');
    if (!stroke.isEmpty()) {
      svg.append(" stroke=\"").append(stroke).append('"');
    }
    svg.append(" d=\"");
    append(points);
    svg.append("\"/>\n");
  }

  /** A word at a point. */
  public void label(Vec2 at, String style, String text) {
    labelAbove(at, 0.0, style, text);
  }

  /** A word some drawing units above a point. */
  public void labelAbove(Vec2 at, double units, String style, String text) {
    svg.append(String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
        style,
        x(at),
        y(at) - units,
        Markup.escape(text)));
  }

  /** A dot with a title. */
  public void dot(Vec2 at, double radius, String style, String title) {
    svg.append(String.format(
        Locale.ROOT,
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>%n",
        style,
        x(at),
        y(at),
        radius,
        Markup.escape(title)));
  }

  /** The drawing, with a bar of {@code barM} metres in its corner. */
  public String toSvg(String name, double barM) {
    double width = 2.0 * halfWidthM * scale;
    double height = 2.0 * halfHeightM * scale;
    String bar = String.format(
        Locale.ROOT,
        "<path class=\"scale\" d=\"M%1$.1f %2$.1fh%3$.1f\"/>"
            + "<text class=\"tick\" x=\"%1$.1f\" y=\"%4$.1f\">%5$s m</text>%n",
        8.0,
        height - 8.0,
        barM * scale,
        height - 13.0,
        Markup.number(barM));
    return String.format(
            Locale.ROOT,
            "<svg class=\"ground\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n",
            width,
            height,
            Markup.escape(name))
        + svg + bar + "</svg>\n";
  }

  private void append(List<Vec2> points) {
    for (int i = 0; i < points.size(); i++) {
      svg.append(i == 0 ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.1f", x(points.get(i))))
          .append(' ')
          .append(String.format(Locale.ROOT, "%.1f", y(points.get(i))));
    }
  }

  private double x(Vec2 point) {
    return (mapFromSheet.applyInverse(point).x() + halfWidthM) * scale;
  }

  private double y(Vec2 point) {
    return (halfHeightM - mapFromSheet.applyInverse(point).y()) * scale;
  }
}
