package io.camber.evaluation.report.drawing;

import io.camber.sensing.CameraImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Camera images as PNG data URIs (PNG specification, third edition: 8-bit RGB, one IDAT chunk). */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte FILTER_UP = 2;

  private Png() {}

  /** The image as a {@code data:} address, shrunk {@code step} times by averaging. */
  public static String dataUri(CameraImage image, int step) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(image, step));
  }

  static byte[] encode(CameraImage image, int step) {
    int width = (image.width() + step - 1) / step;
    int height = (image.height() + step - 1) / step;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", header.array(), 13);
    byte[] rows = rows(image, step, width, height);
    byte[] packed = new byte[rows.length + rows.length / 100 + 64];
    Deflater deflater = new Deflater(6);
    deflater.setInput(rows);
    deflater.finish();
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(packed, length, packed.length - length);
    }
    deflater.end();
    chunk(png, "IDAT", packed, length);
    chunk(png, "IEND", new byte[0], 0);
    return png.toByteArray();
  }

  /** Rows with filter "up": the difference to the pixel above, modulo 256. */
  private static byte[] rows(CameraImage image, int step, int width, int height) {
    byte[] rows = new byte[height * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      rows[at++] = FILTER_UP;
      for (int x = 0; x < width; x++) {
        int here = mean(image, x, y, step);
        int above = y == 0 ? 0 : mean(image, x, y - 1, step);
        rows[at++] = (byte) ((here >> 16) - (above >> 16));
        rows[at++] = (byte) ((here >> 8) - (above >> 8));
        rows[at++] = (byte) (here - above);
      }
    }
    return rows;
  }

  /** Mean colour of one square of pixels. */
  private static int mean(CameraImage image, int x, int y, int step) {
    int right = Math.min(image.width(), (x + 1) * step);
    int bottom = Math.min(image.height(), (y + 1) * step);
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int row = y * step; row < bottom; row++) {
      for (int column = x * step; column < right; column++) {
        int rgb = image.rgb(column, row);
        red += (rgb >> 16) & 0xFF;
        green += (rgb >> 8) & 0xFF;
        blue += rgb & 0xFF;
      }
    }
    int count = (right - x * step) * (bottom - y * step);
    return ((red / count) << 16) | ((green / count) << 8) | (blue / count);
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    png.writeBytes(name);
    png.write(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
