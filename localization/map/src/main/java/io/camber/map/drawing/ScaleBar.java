package io.camber.map.drawing;

import io.camber.geometry.Vec2;
import io.camber.map.road.Extent;
import java.util.List;
import java.util.Locale;

/** A bar of a round length in the lower left corner. */
record ScaleBar(Extent extent) {
  /** The bar takes at most this share of the picture's width. */
  private static final double SHARE = 0.2;

  void draw(Canvas canvas) {
    double length = roundLength(SHARE * extent.widthM());
    double margin = 18.0 / canvas.scale();
    double tick = 4.0 / canvas.scale();
    double x = extent.minX() + margin;
    double y = extent.minY() + margin;
    canvas.line(
        List.of(
            new Vec2(x, y + tick),
            new Vec2(x, y),
            new Vec2(x + length, y),
            new Vec2(x + length, y + tick)),
        0.0,
        1.6,
        Palette.INK);
    String label = length >= 1000.0
        ? String.format(Locale.ROOT, "%.0f km", length / 1000.0)
        : String.format(Locale.ROOT, "%.0f m", length);
    canvas.text(new Vec2(x + length / 2.0, y + 12.0 / canvas.scale()), 12.0, label, Palette.INK);
  }

  /** The largest of 1, 2, 5 times a power of ten that fits, at least one metre. */
  static double roundLength(double most) {
    double power = 1.0;
    while (10.0 * power <= most) {
      power *= 10.0;
    }
    return 5.0 * power <= most ? 5.0 * power : 2.0 * power <= most ? 2.0 * power : power;
  }
}
