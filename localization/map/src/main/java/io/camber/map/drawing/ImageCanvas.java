package io.camber.map.drawing;

import io.camber.geometry.Vec2;
import io.camber.map.road.Extent;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws into pixels. */
final class ImageCanvas implements Canvas {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Extent extent;
  private final double scale;

  ImageCanvas(Extent extent, int pixels) {
    this.extent = extent;
    this.scale = pixels / Math.max(extent.widthM(), extent.heightM());
    int width = (int) Math.max(1.0, Math.ceil(extent.widthM() * scale));
    int height = (int) Math.max(1.0, Math.ceil(extent.heightM() * scale));
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Palette.GROUND);
    graphics.fillRect(0, 0, width, height);
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public double scale() {
    return scale;
  }

  private double px(double x) {
    return (x - extent.minX()) * scale;
  }

  private double py(double y) {
    return (extent.maxY() - y) * scale;
  }

  private Path2D path(List<Vec2> points) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      double x = px(points.get(i).x());
      double y = py(points.get(i).y());
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  @Override
  public void fill(List<Vec2> polygon, Color color) {
    Path2D path = path(polygon);
    path.closePath();
    graphics.setColor(color);
    graphics.fill(path);
    // A hairline of the same colour closes the seams that antialiasing leaves between neighbours.
    graphics.setStroke(new BasicStroke(0.6f));
    graphics.draw(path);
  }

  @Override
  public void line(List<Vec2> points, double widthM, double pixelsMin, Color color) {
    float width = (float) Math.max(pixelsMin, widthM * scale);
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.draw(path(points));
  }

  @Override
  public void dot(Vec2 center, double pixels, Color color) {
    graphics.setColor(color);
    graphics.fill(new Ellipse2D.Double(
        px(center.x()) - pixels, py(center.y()) - pixels, 2.0 * pixels, 2.0 * pixels));
  }

  @Override
  public void text(Vec2 center, double pixels, String text, Color color) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(pixels)));
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setColor(color);
    graphics.drawString(text, (float) (px(center.x()) - metrics.stringWidth(text) / 2.0), (float)
        (py(center.y()) + metrics.getAscent() / 2.0 - metrics.getDescent() / 2.0));
  }
}
