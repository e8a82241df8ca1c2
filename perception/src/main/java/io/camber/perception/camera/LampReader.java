package io.camber.perception.camera;

import io.camber.scene.SignalColor;
import io.camber.sensing.CameraImage;

/**
 * Reads the lamps of one head: slides the head's template (three lamps in a dark housing) around its expected place, takes the
 * place that explains the pixels best, and asks each lamp whether it glows in its own colour. A colour counts only at its own
 * lamp, so a brake light or a bright sky in the window says nothing.
 */
final class LampReader {
  /** Smaller heads are not read. */
  private static final double HEIGHT_PX_MIN = 5.0;

  /** Search around the expected place: attitude error, and position error in metres of the head's scale. */
  private static final double SEARCH_PX = 3.0;

  private static final double SEARCH_HEIGHTS = 0.25;
  private static final int SEARCH_PX_MAX = 14;
  private static final double LAMP_RADIUS_HEIGHTS = 0.10;

  /** Glow, 0 to 1, from which a lamp is lit. */
  private static final double LIT = 0.22;

  /** A second lamp is lit when it glows at least this share of the brightest. */
  private static final double SECOND_SHARE = 0.55;

  /** Housing and dark lamps reflect less than this, 0 to 1. */
  private static final double DARK = 0.30;

  private static final int RED = 0;
  private static final int YELLOW = 1;
  private static final int GREEN = 2;

  private final double[] glow = new double[3];
  private final double[] best = new double[3];
  private double bestHousing;

  LampReading read(CameraImage image, LampPositions lamps) {
    if (lamps.heightPx() < HEIGHT_PX_MIN) {
      return LampReading.NOTHING;
    }
    align(image, lamps);
    double most = Math.max(best[RED], Math.max(best[YELLOW], best[GREEN]));
    if (most < LIT) {
      boolean isDarkHead = bestHousing < DARK && lamps.heightPx() > 2.0 * HEIGHT_PX_MIN;
      return isDarkHead ? new LampReading(SignalColor.OFF, 0.5) : LampReading.NOTHING;
    }
    boolean red = isLit(RED, most);
    boolean yellow = isLit(YELLOW, most);
    boolean green = isLit(GREEN, most);
    double size = Math.min(1.0, lamps.heightPx() / 12.0);
    double clear = Math.min(1.0, most / (2.0 * LIT));
    double confidence = 0.5 + 0.49 * size * clear;
    if (green && (red || yellow)) {
      // Never lit together: take the one that asks for caution, without much faith.
      return new LampReading(red ? SignalColor.RED : SignalColor.YELLOW, 0.4);
    }
    if (green) {
      return new LampReading(SignalColor.GREEN, confidence);
    }
    if (red) {
      return new LampReading(yellow ? SignalColor.RED_YELLOW : SignalColor.RED, confidence);
    }
    return new LampReading(SignalColor.YELLOW, confidence);
  }

  private boolean isLit(int lamp, double most) {
    return best[lamp] >= LIT && best[lamp] >= SECOND_SHARE * most;
  }

  private void align(CameraImage image, LampPositions lamps) {
    int reach =
        (int) Math.min(SEARCH_PX_MAX, Math.ceil(SEARCH_PX + SEARCH_HEIGHTS * lamps.heightPx()));
    int step = lamps.heightPx() > 24.0 ? 2 : 1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int dy = -reach; dy <= reach; dy += step) {
      for (int dx = -reach; dx <= reach; dx += step) {
        double column = lamps.column() + dx;
        glow[RED] = lampGlow(image, RED, column, lamps.redRow() + dy, lamps.heightPx());
        glow[YELLOW] = lampGlow(image, YELLOW, column, lamps.yellowRow() + dy, lamps.heightPx());
        glow[GREEN] = lampGlow(image, GREEN, column, lamps.greenRow() + dy, lamps.heightPx());
        double housing = housingLight(image, column, lamps, dy);
        double off = (dx * dx + dy * dy) / (double) (reach * reach);
        double score =
            Math.max(glow[RED], Math.max(glow[YELLOW], glow[GREEN])) - 0.5 * housing - 0.08 * off;
        if (score > bestScore) {
          bestScore = score;
          bestHousing = housing;
          System.arraycopy(glow, 0, best, 0, 3);
        }
      }
    }
  }

  /** Mean glow in the lamp's colour over its disc: middle and four points around it. */
  private static double lampGlow(
      CameraImage image, int lamp, double column, double row, double heightPx) {
    double radius = LAMP_RADIUS_HEIGHTS * heightPx;
    double middle = pixelGlow(image, lamp, column, row);
    if (radius < 0.7) {
      return middle;
    }
    double around = pixelGlow(image, lamp, column - radius, row)
        + pixelGlow(image, lamp, column + radius, row)
        + pixelGlow(image, lamp, column, row - radius)
        + pixelGlow(image, lamp, column, row + radius);
    return 0.4 * middle + 0.15 * around;
  }

  /** How strongly a pixel glows in a lamp's colour, 0 to 1. */
  private static double pixelGlow(CameraImage image, int lamp, double column, double row) {
    int rgb = pixel(image, column, row);
    if (rgb < 0) {
      return 0.0;
    }
    double r = (rgb >> 16 & 255) / 255.0;
    double g = (rgb >> 8 & 255) / 255.0;
    double b = (rgb & 255) / 255.0;
    return switch (lamp) {
      case RED -> Math.max(0.0, r - 1.45 * Math.max(g, b)) * bright(r);
      case YELLOW ->
        g > 0.42 * r && g < 0.97 * r
            ? Math.max(0.0, Math.min(r, 1.3 * g) - 1.6 * b) * bright(r)
            : 0.0;
      default -> Math.max(0.0, Math.min(g - 1.35 * r, 1.6 * (g - 0.9 * b))) * bright(g);
    };
  }

  /** Lamps outshine paint: fades out below half of full scale. */
  private static double bright(double channel) {
    return Math.max(0.0, Math.min(1.0, (channel - 0.35) / 0.25));
  }

  /** Brightness of the housing and its backing board beside the lamps, 0 to 1. */
  private static double housingLight(
      CameraImage image, double column, LampPositions lamps, double dy) {
    double side = 0.23 * lamps.heightPx();
    double betweenUpper = 0.5 * (lamps.redRow() + lamps.yellowRow()) + dy;
    double betweenLower = 0.5 * (lamps.greenRow() + lamps.yellowRow()) + dy;
    double sum = light(image, column - side, betweenUpper)
        + light(image, column + side, betweenUpper)
        + light(image, column - side, betweenLower)
        + light(image, column + side, betweenLower);
    return 0.25 * sum;
  }

  private static double light(CameraImage image, double column, double row) {
    int rgb = pixel(image, column, row);
    if (rgb < 0) {
      return 0.5;
    }
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 765.0;
  }

  /** Colour of the pixel that contains a place, or -1 outside the image. */
  private static int pixel(CameraImage image, double column, double row) {
    int x = (int) Math.floor(column);
    int y = (int) Math.floor(row);
    boolean isInside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
    return isInside ? image.rgb(x, y) : -1;
  }
}
