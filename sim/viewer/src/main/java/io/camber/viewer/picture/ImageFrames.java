package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.messages.Jpeg;
import io.camber.messages.Topics;
import io.camber.sensing.CameraImage;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** The image as a JPEG file: its own, where it came compressed. */
  public static byte[] jpeg(CameraImage image) {
    return Jpeg.file(image, QUALITY);
  }
}
