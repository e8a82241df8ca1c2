package io.camber.drives.ros;

import io.camber.sensing.CameraImage;
import java.nio.ByteBuffer;
import java.util.Optional;

/** sensor_msgs/Image in the encodings that are plain bytes. */
final class ImageReader {
  private ImageReader() {}

  /** The pixels; empty for an encoding that is not read. */
  static Optional<CameraImage> read(
      RosBytes in, long timeNs, String sensorId, Runnable onEncoding) {
    long height = in.u32();
    long width = in.u32();
    String encoding = in.text();
    in.u8();
    long step = in.u32();
    ByteBuffer data = in.bytes();
    int bytes = switch (encoding) {
      case "mono8", "8UC1" -> 1;
      case "rgb8", "bgr8", "8UC3" -> 3;
      case "rgba8", "bgra8" -> 4;
      default -> 0;
    };
    if (bytes == 0) {
      onEncoding.run();
      return Optional.empty();
    }
    if (width * bytes > step
        || Math.multiplyHigh(step, height) != 0
        || step * height > data.limit()) {
      throw in.error(height + " rows of " + step + " bytes do not fit " + data.limit() + " bytes");
    }
    boolean isBlueFirst = encoding.startsWith("bgr") || encoding.equals("8UC3");
    byte[] pixels = new byte[Math.multiplyExact((int) (width * height), CameraImage.PIXEL_BYTES)];
    int to = 0;
    for (int row = 0; row < height; row++) {
      int at = (int) (row * step);
      for (int column = 0; column < width; column++, at += bytes) {
        pixels[to++] = data.get(bytes == 1 ? at : isBlueFirst ? at + 2 : at);
        pixels[to++] = data.get(bytes == 1 ? at : at + 1);
        pixels[to++] = data.get(bytes == 1 ? at : isBlueFirst ? at : at + 2);
      }
    }
    return Optional.of(
        new CameraImage(sensorId, timeNs, (int) width, (int) height, ByteBuffer.wrap(pixels)));
  }
}
