package io.camber.perception.camera.detection;

import io.camber.scene.RoadUserKind;
import java.util.Locale;

/**
 * A shape of window: what it is to find, as wide as {@code aspect} times its height, between {@code heightMMin} and
 * {@code heightMMax} tall in the world.
 */
enum WindowShape {
  WALKER(RoadUserKind.PERSON, 0.42, 1.35, 2.05, 14),
  RIDER(RoadUserKind.PERSON, 0.95, 1.35, 2.05, 18),
  CAR_END(RoadUserKind.VEHICLE, 1.2, 1.35, 2.2, 12),
  CAR_CORNER(RoadUserKind.VEHICLE, 1.9, 1.35, 2.2, 12),
  CAR_SIDE(RoadUserKind.VEHICLE, 2.9, 1.35, 2.2, 12),
  HEAVY_END(RoadUserKind.VEHICLE, 0.85, 2.2, 4.1, 20),
  HEAVY_CORNER(RoadUserKind.VEHICLE, 2.0, 2.2, 4.1, 20);

  private static final WindowShape[] ALL = values();

  final RoadUserKind kind;
  final double aspect;
  final double heightMMin;
  final double heightMMax;
  final int heightPxMin;

  WindowShape(
      RoadUserKind kind, double aspect, double heightMMin, double heightMMax, int heightPxMin) {
    this.kind = kind;
    this.aspect = aspect;
    this.heightMMin = heightMMin;
    this.heightMMax = heightMMax;
    this.heightPxMin = heightPxMin;
  }

  /** The shape whose aspect is nearest to that of a body's rectangle. */
  static WindowShape of(RoadUserKind kind, double heightM, double aspect) {
    WindowShape best = kind == RoadUserKind.PERSON ? WALKER : CAR_END;
    double least = Double.POSITIVE_INFINITY;
    for (WindowShape shape : ALL) {
      double off = Math.abs(StrictMath.log(aspect / shape.aspect));
      boolean fits = shape.kind == kind && heightM <= shape.heightMMax + 0.3;
      boolean isTall = heightM >= shape.heightMMin - 0.2;
      if (fits && isTall && off < least) {
        least = off;
        best = shape;
      }
    }
    return best;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
