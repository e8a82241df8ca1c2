package io.camber.perception.camera.detection;

import java.util.Random;

/**
 * Mean of a channel over a rectangle of a window, in sixteenths of its sides. Brightness is told as the difference from the window's
 * mean, gradients as multiples of the window's mean magnitude, so that exposure and contrast do not count.
 */
record Feature(int channel, int left, int top, int right, int bottom) {
  static final int UNITS = 16;

  /** Added to the mean magnitude, in grey levels: noise must not look like contrast. */
  private static final float MAGNITUDE_FLOOR = 2.0f;

  private static final int SIDE_MAX = 8;

  static Feature random(Random random) {
    int columns = 1 + random.nextInt(SIDE_MAX);
    int rows = 1 + random.nextInt(SIDE_MAX);
    int x = random.nextInt(UNITS - columns + 1);
    int y = random.nextInt(UNITS - rows + 1);
    return new Feature(random.nextInt(ChannelImage.CHANNELS), x, y, x + columns, y + rows);
  }

  boolean isPossible() {
    return channel < ChannelImage.CHANNELS
        && left < right
        && top < bottom
        && right <= UNITS
        && bottom <= UNITS;
  }

  /** First cell of a rectangle that begins so many sixteenths into a window of that many cells. */
  static int from(int units, int cells) {
    return Math.min(cells - 1, (units * cells + UNITS / 2) / UNITS);
  }

  /** Cell behind the last of a rectangle; at least one cell is left. */
  static int to(int units, int from, int cells) {
    return Math.max(from + 1, Math.min(cells, (units * cells + UNITS / 2) / UNITS));
  }

  float value(ChannelImage image, Window window) {
    int x0 = from(left, window.columns());
    int x1 = to(right, x0, window.columns());
    int y0 = from(top, window.rows());
    int y1 = to(bottom, y0, window.rows());
    int sum = image.sum(
        channel, window.left() + x0, window.top() + y0, window.left() + x1, window.top() + y1);
    float mean = sum * inverseArea(x1 - x0, y1 - y0);
    return normalised(channel, mean, brightness(image, window), contrast(image, window));
  }

  static float inverseArea(int columns, int rows) {
    return 1.0f / (columns * rows * ChannelImage.CELL_PX * ChannelImage.CELL_PX);
  }

  static float normalised(int channel, float mean, float brightness, float contrast) {
    if (channel >= ChannelImage.MAGNITUDE) {
      return mean * contrast;
    }
    return channel == ChannelImage.BRIGHTNESS ? mean - brightness : mean;
  }

  /** Mean brightness of a window. */
  static float brightness(ChannelImage image, Window window) {
    return whole(image, window, ChannelImage.BRIGHTNESS);
  }

  /** What gradients of a window are multiplied by. */
  static float contrast(ChannelImage image, Window window) {
    return contrast(whole(image, window, ChannelImage.MAGNITUDE));
  }

  static float contrast(float magnitude) {
    return 1.0f / (MAGNITUDE_FLOOR + magnitude);
  }

  private static float whole(ChannelImage image, Window window, int channel) {
    int sum = image.sum(
        channel,
        window.left(),
        window.top(),
        window.left() + window.columns(),
        window.top() + window.rows());
    return sum * inverseArea(window.columns(), window.rows());
  }
}
