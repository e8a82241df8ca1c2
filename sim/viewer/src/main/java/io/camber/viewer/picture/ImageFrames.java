package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.messages.Topics;
import io.camber.sensing.CameraImage;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Camera images as JPEG. Frames follow one another: time of the exposure in seconds (f64), width, height and length (i32), all
 * big-endian, then the JPEG file.
 */
public final class ImageFrames {
  private static final float QUALITY = 0.82f;

  private final DriveSource drive;
  private final Clock clock;
  private final String topic;

  public ImageFrames(DriveSource drive, Clock clock, String topic) {
    this.drive = drive;
    this.clock = clock;
    this.topic = topic;
  }

  /** Frames of all images published between both times, both included. */
  public byte[] between(long fromNs, long toNs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    DataOutputStream out = new DataOutputStream(bytes);
    List<IOException> failures = new ArrayList<>();
    drive.read(Set.of(topic), fromNs, toNs, message -> {
      Optional<CameraImage> image = decode(message);
      if (image.isPresent()) {
        try {
          write(image.get(), out);
        } catch (IOException e) {
          failures.add(e);
        }
      }
    });
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return bytes.toByteArray();
  }

  private static Optional<CameraImage> decode(DriveMessage message) {
    try {
      return Optional.of(message.decode(Topics.CAMERA_IMAGE));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  private void write(CameraImage image, DataOutputStream out) throws IOException {
    byte[] jpeg = jpeg(image);
    out.writeDouble(clock.seconds(image.timeNs()));
    out.writeInt(image.width());
    out.writeInt(image.height());
    out.writeInt(jpeg.length);
    out.write(jpeg);
  }

  /** The image as a JPEG file. */
  public static byte[] jpeg(CameraImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    ByteBuffer rgb = image.packed();
    for (int i = 0; i + 2 < bgr.length; i += 3) {
      bgr[i] = rgb.get(i + 2);
      bgr[i + 1] = rgb.get(i + 1);
      bgr[i + 2] = rgb.get(i);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
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
}
