package io.camber.messages;

import io.camber.sensing.CameraImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Camera images as JPEG files (ITU-T T.81), with the platform's own reader and writer. One Java machine always gives the
 * same bytes; another may give others.
 */
public final class Jpeg {
  /** Of what cameras put on the bus. */
  private static final float QUALITY = 0.9f;

  private static final long PIXELS_MAX = 64L << 20;

  /** How many bytes may follow the end marker, as some cameras' padding does. */
  private static final int TRAILER_BYTES_MAX = 1024;

  private Jpeg() {}

  /** The image as who receives it compressed sees it: its pixels are those of the file. */
  public static CameraImage compressed(CameraImage image) {
    byte[] file = encode(image, QUALITY);
    return decode(
        image.sensorId(), image.timeNs(), image.width(), image.height(), ByteBuffer.wrap(file));
  }

  /** The file that came with the image, or else one of that quality (0 to 1). */
  public static byte[] file(CameraImage image, float quality) {
    return image
        .jpeg()
        .map(jpeg -> {
          byte[] bytes = new byte[jpeg.remaining()];
          jpeg.get(bytes);
          return bytes;
        })
        .orElseGet(() -> encode(image, quality));
  }

  private static byte[] encode(CameraImage image, float quality) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    turn(image.packed(), ByteBuffer.wrap(bytes(picture)));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
      out.flush();
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /**
   * The image in a file, whose size is looked at before anything is unpacked.
   *
   * @throws IllegalArgumentException if it is no JPEG of that size
   */
  static CameraImage decode(String sensorId, long timeNs, int width, int height, ByteBuffer jpeg) {
    if ((long) width * height > PIXELS_MAX || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          width + "x" + height + " pixels; there are between 1 and " + PIXELS_MAX);
    }
    byte[] file = new byte[jpeg.remaining()];
    jpeg.duplicate().get(file);
    if (!hasEnd(file)) {
      throw new IllegalArgumentException("the JPEG is cut off: it has no end marker");
    }
    BufferedImage picture = read(file, width, height);
    ByteBuffer pixels = ByteBuffer.allocate(width * height * CameraImage.PIXEL_BYTES);
    if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      turn(ByteBuffer.wrap(bytes(picture)), pixels);
    } else {
      for (int rgb : picture.getRGB(0, 0, width, height, null, 0, width)) {
        pixels.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      }
      pixels.flip();
    }
    return new CameraImage(
        sensorId, timeNs, width, height, pixels, Optional.of(ByteBuffer.wrap(file)));
  }

  private static BufferedImage read(byte[] file, int width, int height) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
        throw new IllegalArgumentException("the JPEG is of " + reader.getWidth(0) + "x"
            + reader.getHeight(0) + " pixels, not " + width + "x" + height);
      }
      return reader.read(0);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // what the reader makes of impossible tables
      throw new IllegalArgumentException("no JPEG: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  /** The platform's reader fills in what is missing of half a file. */
  private static boolean hasEnd(byte[] file) {
    for (int i = file.length - 2; i >= Math.max(0, file.length - TRAILER_BYTES_MAX); i--) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(BufferedImage picture) {
    return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }

  /** Red, green, blue to blue, green, red or back. */
  private static void turn(ByteBuffer from, ByteBuffer to) {
    for (int i = 0; i + 2 < to.limit(); i += CameraImage.PIXEL_BYTES) {
      to.put(i, from.get(i + 2));
      to.put(i + 1, from.get(i + 1));
      to.put(i + 2, from.get(i));
    }
  }
}
