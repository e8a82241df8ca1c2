package io.camber.map.drawing;

import io.camber.geometry.Vec2;
import io.camber.map.road.Extent;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/** Draws into SVG text; one user unit is one pixel of a picture {@code pixels} wide or high. */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();
  private final Extent extent;
  private final double scale;

  SvgCanvas(Extent extent, int pixels) {
    this.extent = extent;
    this.scale = pixels / Math.max(extent.widthM(), extent.heightM());
    String width = number(extent.widthM() * scale);
    String height = number(extent.heightM() * scale);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" font-family=\"sans-serif\">\n<rect width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" fill=\"")
        .append(Palette.hex(Palette.GROUND))
        .append("\"/>\n");
  }

  String svg() {
    return svg + "</svg>\n";
  }

  @Override
  public double scale() {
    return scale;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private String x(Vec2 point) {
    return number((point.x() - extent.minX()) * scale);
  }

  private String y(Vec2 point) {
    return number((extent.maxY() - point.y()) * scale);
  }

  private void points(List<Vec2> points) {
    for (Vec2 point : points) {
      svg.append(x(point)).append(',').append(y(point)).append(' ');
    }
  }

  @Override
  public void fill(List<Vec2> polygon, Color color) {
    String hex = Palette.hex(color);
    svg.append("<polygon fill=\"").append(hex).append("\" stroke=\"").append(hex);
    svg.append("\" stroke-width=\"0.6\" points=\"");
    points(polygon);
    svg.append("\"/>\n");
  }

  @Override
  public void line(List<Vec2> points, double widthM, double pixelsMin, Color color) {
    svg.append("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"")
        .append(Palette.hex(color))
        .append("\" stroke-width=\"")
        .append(number(Math.max(pixelsMin, widthM * scale)))
        .append("\" points=\"");
    points(points);
    svg.append("\"/>\n");
  }

  @Override
  public void dot(Vec2 center, double pixels, Color color) {
    svg.append("<circle cx=\"")
        .append(x(center))
        .append("\" cy=\"")
        .append(y(center))
        .append("\" r=\"")
        .append(number(pixels))
        .append("\" fill=\"")
        .append(Palette.hex(color))
        .append("\"/>\n");
  }

  @Override
  public void text(Vec2 center, double pixels, String text, Color color) {
    svg.append("<text text-anchor=\"middle\" dominant-baseline=\"central\" x=\"")
        .append(x(center))
        .append("\" y=\"")
        .append(y(center))
        .append("\" font-size=\"")
        .append(number(pixels))
        .append("\" fill=\"")
        .append(Palette.hex(color))
        .append("\">")
        .append(text.replace("&", "&amp;").replace("<", "&lt;"))
        .append("</text>\n");
  }
}
