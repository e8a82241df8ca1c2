package io.camber.sim.sensor.camera;

import io.camber.sim.sensor.camera.raster.CubeFace;
import java.util.List;

/**
 * The lens: for each pixel of the image the ray that reaches it, where that ray meets the undistorted drawing, and how much
 * light the rim loses. A flat lens bends after Brown and Conrady: {@code distorted = x (1 + k1 r^2 + k2 r^4)}, and its
 * drawing is one plane; a fisheye grows with the angle: {@code r = angle (1 + k1 angle^2 + k2 angle^4)} (Kannala and Brandt
 * 2006), and its drawing is the faces of a cube. Pixel (column, row) has its middle at (column + 0.5, row + 0.5).
 */
final class Lens {
  private static final int NEWTON_STEPS = 8;
  /** Share of light lost in the corner of a 70 degree image, by the fourth power of the cosine and the lens's barrel. */
  private static final double VIGNETTING = 0.9;
  /** Fisheye lenses show a little of what is behind them, then nothing. */
  private static final double ANGLE_MAX = 1.66;

  private final CameraConfig config;
  private final int width;
  private final int height;
  private final boolean fisheye;
  private final List<CubeFace> faces;
  private final int drawingWidth;
  private final int drawingHeight;
  private final float focalPx;
  private final double focal;
  private final int[] drawingIndex;
  private final float[] rayX;
  private final float[] rayY;
  private final float[] rayZ;
  private final float[] transmission;

  Lens(CameraConfig config) {
    this.config = config;
    width = config.width();
    height = config.height();
    fisheye = config.optics().fisheye();
    faces = fisheye ? CubeFace.ALL : List.of(CubeFace.AHEAD);
    focal = config.focalPx();
    focalPx = (float) focal;
    int count = width * height;
    rayX = new float[count];
    rayY = new float[count];
    rayZ = new float[count];
    transmission = new float[count];
    drawingIndex = new int[count];
    double farX = 1.0;
    double farY = 1.0;
    if (!fisheye) {
      farX = 0.0;
      farY = 0.0;
    }
    for (int at = 0; at < count; at++) {
      double x = (at % width + 0.5 - width / 2.0) / focal;
      int row = at / width;
      double y = (row + 0.5 - height / 2.0) / focal;
      if (fisheye) {
        bendWide(at, x, y);
      } else {
        bend(at, x, y);
        farX = Math.max(farX, Math.abs(rayX[at]));
        farY = Math.max(farY, Math.abs(rayY[at]));
      }
    }
    drawingWidth = 2 * ((int) (farX * focalPx) + 2);
    drawingHeight = 2 * ((int) (farY * focalPx) + 2);
    for (int at = 0; at < count; at++) {
      drawingIndex[at] = indexOf(rayX[at], rayY[at], rayZ[at]);
    }
  }

  private void bend(int at, double x, double y) {
    double straight = straighten(Math.sqrt(x * x + y * y), config.k1(), config.k2());
    rayX[at] = (float) (x * straight);
    rayY[at] = (float) (y * straight);
    rayZ[at] = 1.0f;
    double cos2 = 1.0 / (1.0 + x * x + y * y);
    transmission[at] = (float) (1.0 - VIGNETTING * (1.0 - cos2 * cos2) * 0.6);
  }

  private void bendWide(int at, double x, double y) {
    double r = Math.sqrt(x * x + y * y);
    double angle = r * straighten(r, config.k1(), config.k2());
    double shown = Math.min(ANGLE_MAX, angle);
    double scale = r == 0.0 ? 1.0 : StrictMath.sin(shown) / r;
    double dx = x * scale;
    double dy = y * scale;
    double dz = StrictMath.cos(shown);
    CubeFace face = CubeFace.of(dx, dy, dz);
    double along = CubeFace.along(face.forward(), dx, dy, dz);
    rayX[at] = (float) (dx / along);
    rayY[at] = (float) (dy / along);
    rayZ[at] = (float) (dz / along);
    transmission[at] = angle > ANGLE_MAX ? 0.0f : (float) (1.0 - 0.25 * angle * angle / 2.6);
  }

  private int indexOf(double x, double y, double z) {
    CubeFace face = fisheye ? CubeFace.of(x, y, z) : CubeFace.AHEAD;
    int column = clamp(
        (int) (CubeFace.along(face.right(), x, y, z) * focalPx + drawingWidth / 2.0), drawingWidth);
    int row = clamp(
        (int) (CubeFace.along(face.down(), x, y, z) * focalPx + drawingHeight / 2.0),
        drawingHeight);
    return (faces.indexOf(face) * drawingHeight + row) * drawingWidth + column;
  }

  private static int clamp(int value, int count) {
    return Math.max(0, Math.min(count - 1, value));
  }

  /** Undistorted over distorted radius. */
  private static double straighten(double distorted, double k1, double k2) {
    double r = distorted;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double r2 = r * r;
      double f = r * (1.0 + r2 * (k1 + r2 * k2)) - distorted;
      r -= f / (1.0 + r2 * (3.0 * k1 + 5.0 * k2 * r2));
    }
    return distorted == 0.0 ? 1.0 : r / distorted;
  }

  /** Where a point of the camera's (right, down, forward) appears: column and row to {@code out}; false behind the lens. */
  boolean project(double right, double down, double forward, double[] out) {
    double scale;
    if (fisheye) {
      double flat = Math.sqrt(right * right + down * down);
      double angle = StrictMath.atan2(flat, forward);
      if (angle > ANGLE_MAX) {
        return false;
      }
      scale = flat == 0.0 ? 0.0 : angle * bent(angle * angle) / flat;
    } else if (forward <= 0.0) {
      return false;
    } else {
      scale = bent((right * right + down * down) / (forward * forward)) / forward;
    }
    out[0] = width / 2.0 + scale * focal * right;
    out[1] = height / 2.0 + scale * focal * down;
    return true;
  }

  /** Distorted over undistorted radius, by the square of the latter. */
  private double bent(double r2) {
    return 1.0 + r2 * (config.k1() + r2 * config.k2());
  }

  /** What layers call the depth of such a point: along the axis, of a fisheye along the ray. */
  double depthOf(double right, double down, double forward) {
    return fisheye ? Math.sqrt(right * right + down * down + forward * forward) : forward;
  }

  /** True when the drawing is one plane square to the axis. */
  boolean isFlat() {
    return !fisheye;
  }

  List<CubeFace> faces() {
    return faces;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Size of one face's drawing; the faces lie one below the other. */
  int drawingWidth() {
    return drawingWidth;
  }

  int drawingHeight() {
    return drawingHeight;
  }

  float focalPx() {
    return focalPx;
  }

  /** Pixel of the drawing that each pixel of the image sees, row by row; not to be written. */
  int[] drawingIndices() {
    return drawingIndex;
  }

  /** The pixel's ray to the right, for a step of one through its face. */
  float rayX(int at) {
    return rayX[at];
  }

  /** The pixel's ray downwards. */
  float rayY(int at) {
    return rayY[at];
  }

  /** The pixel's ray along the optical axis: 1 for a flat lens. */
  float rayZ(int at) {
    return rayZ[at];
  }

  /** Those of all pixels, row by row; not to be written. */
  float[] raysX() {
    return rayX;
  }

  float[] raysY() {
    return rayY;
  }

  float[] raysZ() {
    return rayZ;
  }

  /** Share of the light that each pixel gets, row by row; not to be written. */
  float[] transmissions() {
    return transmission;
  }
}
