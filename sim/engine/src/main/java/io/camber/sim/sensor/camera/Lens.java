package io.camber.sim.sensor.camera;

/**
 * The lens: for each pixel of the image the ray that reaches it, where that ray meets the larger undistorted drawing, and
 * how much light the rim loses. Distortion after Brown and Conrady: {@code distorted = x (1 + k1 r^2 + k2 r^4)}. Pixel
 * (column, row) has its middle at (column + 0.5, row + 0.5).
 */
final class Lens {
  private static final int NEWTON_STEPS = 8;
  /** Share of light lost in the corner of a 70 degree image, by the fourth power of the cosine and the lens's barrel. */
  private static final double VIGNETTING = 0.9;

  private final int width;
  private final int height;
  private final int drawingWidth;
  private final int drawingHeight;
  private final float focalPx;
  private final int[] drawingIndex;
  private final float[] rayX;
  private final float[] rayY;
  private final float[] transmission;

  Lens(CameraConfig config) {
    width = config.width();
    height = config.height();
    focalPx = (float) config.focalPx();
    int count = width * height;
    rayX = new float[count];
    rayY = new float[count];
    transmission = new float[count];
    drawingIndex = new int[count];
    double farX = 0.0;
    double farY = 0.0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = (column + 0.5 - width / 2.0) / config.focalPx();
        double y = (row + 0.5 - height / 2.0) / config.focalPx();
        double straight = straighten(Math.sqrt(x * x + y * y), config.k1(), config.k2());
        int at = row * width + column;
        rayX[at] = (float) (x * straight);
        rayY[at] = (float) (y * straight);
        farX = Math.max(farX, Math.abs(rayX[at]));
        farY = Math.max(farY, Math.abs(rayY[at]));
        double r2 = x * x + y * y;
        double cos2 = 1.0 / (1.0 + r2);
        transmission[at] = (float) (1.0 - VIGNETTING * (1.0 - cos2 * cos2) * 0.6);
      }
    }
    drawingWidth = 2 * ((int) (farX * focalPx) + 2);
    drawingHeight = 2 * ((int) (farY * focalPx) + 2);
    for (int at = 0; at < count; at++) {
      int column = (int) (rayX[at] * focalPx + drawingWidth / 2.0);
      int row = (int) (rayY[at] * focalPx + drawingHeight / 2.0);
      drawingIndex[at] = row * drawingWidth + column;
    }
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

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int drawingWidth() {
    return drawingWidth;
  }

  int drawingHeight() {
    return drawingHeight;
  }

  float focalPx() {
    return focalPx;
  }

  /** Pixel of the drawing that pixel {@code at} of the image sees. */
  int drawingIndex(int at) {
    return drawingIndex[at];
  }

  /** Slope of the pixel's ray to the right of the optical axis. */
  float rayX(int at) {
    return rayX[at];
  }

  /** Slope of the pixel's ray below the optical axis. */
  float rayY(int at) {
    return rayY[at];
  }

  float transmission(int at) {
    return transmission[at];
  }
}
