package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import io.camber.sensing.CameraImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** PNG and JPEG files as camera images, the latter with their file; what a header claims is checked before pixels are unpacked. */
public final class Pictures {
  private static final long PIXELS_MAX = 64L << 20;

  private Pictures() {}

  public static CameraImage read(String file, byte[] packed, String sensorId, long timeNs) {
    ImageIO.setUseCache(false);
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(packed))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new InputException(file + ": is neither PNG nor JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > PIXELS_MAX) {
          throw new InputException(
              file + ": claims " + pixels + " pixels; at most " + PIXELS_MAX + " are read");
        }
        boolean isJpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
        Optional<ByteBuffer> jpeg =
            isJpeg ? Optional.of(ByteBuffer.wrap(packed)) : Optional.empty();
        return image(reader.read(0), sensorId, timeNs, jpeg);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(file + ": is a damaged picture: " + e.getMessage(), e);
    }
  }

  private static CameraImage image(
      BufferedImage picture, String sensorId, long timeNs, Optional<ByteBuffer> jpeg) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] row = new int[width];
    byte[] pixels = new byte[width * height * CameraImage.PIXEL_BYTES];
    int at = 0;
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        pixels[at++] = (byte) (rgb >> 16);
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) rgb;
      }
    }
    return new CameraImage(sensorId, timeNs, width, height, ByteBuffer.wrap(pixels), jpeg);
  }
}
