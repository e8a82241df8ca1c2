package io.camber.perception.camera.detection;

import io.camber.sensing.CameraImage;
import java.util.Arrays;

/**
 * Integral images of ten channels at half the image's resolution, after Dollar, Tu, Perona, Belongie 2009 (integral channel
 * features): brightness, two opponent colours, gradient magnitude, and the magnitude in each of six orientations. Opponent colours
 * in the place of LUV, and a magnitude without a root, keep everything in integers. A border without light and gradient lets
 * windows reach beyond the image. Buffers are kept from image to image; owned by one thread.
 */
final class ChannelImage {
  static final int CHANNELS = 10;
  static final int BRIGHTNESS = 0;
  static final int MAGNITUDE = 3;

  /** Pixels along a cell. */
  static final int CELL_PX = 2;

  /** Cells around the image. */
  static final int BORDER = 16;

  private static final int ORIENTATIONS = 6;

  /** Orientation by quarters of gradient components, whose range is -255 to 255. */
  private static final byte[] ORIENTATION = orientations();

  private int width;
  private int height;
  private int stride;
  private int plane;
  private int[] sums = new int[0];
  private byte[] rgb = new byte[0];
  private int[] grey = new int[0];
  private final int[] row = new int[CHANNELS];
  private final int[] cell = new int[CHANNELS];

  int columns() {
    return stride - 1;
  }

  int rows() {
    return plane / stride - 1;
  }

  /** The integral images, one channel after the other. */
  int[] sums() {
    return sums;
  }

  /** Sum of a channel over cells of the rectangle, right and bottom exclusive. */
  int sum(int channel, int left, int top, int right, int bottom) {
    int at = channel * plane;
    return sums[at + bottom * stride + right]
        - sums[at + top * stride + right]
        - sums[at + bottom * stride + left]
        + sums[at + top * stride + left];
  }

  void set(CameraImage image) {
    resize(image.width(), image.height());
    image.packed().get(rgb);
    int pixels = width * height;
    for (int i = 0, at = 0; i < pixels; i++, at += CameraImage.PIXEL_BYTES) {
      grey[i] = ((rgb[at] & 255) + 2 * (rgb[at + 1] & 255) + (rgb[at + 2] & 255)) >> 2;
    }
    int lastRow = BORDER + height / CELL_PX;
    for (int y = BORDER; y < lastRow; y++) {
      integrate(y);
    }
    for (int y = lastRow + 1; y * stride < plane; y++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        int at = channel * plane + y * stride;
        System.arraycopy(sums, at - stride, sums, at, stride);
      }
    }
  }

  private void resize(int newWidth, int newHeight) {
    if (newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
      stride = width / CELL_PX + 2 * BORDER + 1;
      plane = stride * (height / CELL_PX + 2 * BORDER + 1);
      sums = new int[CHANNELS * plane];
      rgb = new byte[width * height * CameraImage.PIXEL_BYTES];
      grey = new int[width * height];
    }
  }

  /** Fills row y + 1 of the integral images from the row of cells y. */
  private void integrate(int y) {
    Arrays.fill(row, 0);
    int columns = width / CELL_PX;
    int imageRow = (y - BORDER) * CELL_PX;
    int above = y * stride;
    int here = above + stride;
    for (int x = 0; x < columns; x++) {
      Arrays.fill(cell, 0);
      addPixel(x * CELL_PX, imageRow);
      addPixel(x * CELL_PX + 1, imageRow);
      addPixel(x * CELL_PX, imageRow + 1);
      addPixel(x * CELL_PX + 1, imageRow + 1);
      int column = BORDER + x + 1;
      for (int channel = 0; channel < CHANNELS; channel++) {
        row[channel] += cell[channel];
        int at = channel * plane + column;
        sums[at + here] = sums[at + above] + row[channel];
      }
    }
    for (int column = BORDER + columns + 1; column < stride; column++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        int at = channel * plane + column;
        sums[at + here] = sums[at + above] + row[channel];
      }
    }
  }

  private void addPixel(int x, int y) {
    int pixel = y * width + x;
    int at = pixel * CameraImage.PIXEL_BYTES;
    int red = rgb[at] & 255;
    int green = rgb[at + 1] & 255;
    int blue = rgb[at + 2] & 255;
    cell[BRIGHTNESS] += grey[pixel];
    cell[1] += red - green;
    cell[2] += blue - ((red + green) >> 1);
    int right = x + 1 < width ? grey[pixel + 1] : grey[pixel];
    int left = x > 0 ? grey[pixel - 1] : grey[pixel];
    int below = y + 1 < height ? grey[pixel + width] : grey[pixel];
    int over = y > 0 ? grey[pixel - width] : grey[pixel];
    int gx = right - left;
    int gy = below - over;
    int across = Math.abs(gx);
    int down = Math.abs(gy);
    int magnitude = Math.max(across, down) + (Math.min(across, down) >> 1);
    cell[MAGNITUDE] += magnitude;
    cell[MAGNITUDE + 1 + ORIENTATION[((gy + 256) >> 2) * 128 + ((gx + 256) >> 2)]] += magnitude;
  }

  private static byte[] orientations() {
    byte[] table = new byte[128 * 128];
    for (int i = 0; i < table.length; i++) {
      double gy = (i / 128 - 64) * 4 + 1.5;
      double gx = (i % 128 - 64) * 4 + 1.5;
      double angle = StrictMath.atan2(gy, gx);
      double turn = angle < 0.0 ? angle + Math.PI : angle;
      table[i] = (byte) Math.min(ORIENTATIONS - 1, (int) (ORIENTATIONS * turn / Math.PI));
    }
    return table;
  }
}
