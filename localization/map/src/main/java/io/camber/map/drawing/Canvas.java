package io.camber.map.drawing;

import io.camber.geometry.Vec2;
import java.awt.Color;
import java.util.List;

/** Where a drawing goes. Points are metres in the map frame, north up; the canvas turns them into its own units. */
interface Canvas {
  void fill(List<Vec2> polygon, Color color);

  /** A line of the given width in metres, at least {@code pixelsMin} wide on the picture. */
  void line(List<Vec2> points, double widthM, double pixelsMin, Color color);

  /** A dot whose radius is in pixels: it keeps its size at every scale. */
  void dot(Vec2 center, double pixels, Color color);

  /** Text with its middle at the point, in pixels. */
  void text(Vec2 center, double pixels, String text, Color color);

  /** Pixels per metre. */
  double scale();
}
