package io.camber.app.render;

import io.camber.diagnostics.InputException;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Points of one sweep, simulated or recorded, in the sensor's frame with x ahead, y left, z up; intensity 0 to 255. Owns its
 * array: x, y, z and intensity of one point after the other.
 */
final class PointCloud {
  private static final int FIELDS = 4;

  private final float[] values;

  private PointCloud(float[] values) {
    this.values = values;
  }

  static PointCloud of(LidarSweep sweep) {
    float[] values = new float[FIELDS * sweep.size()];
    for (int i = 0; i < sweep.size(); i++) {
      values[FIELDS * i] = sweep.x(i);
      values[FIELDS * i + 1] = sweep.y(i);
      values[FIELDS * i + 2] = sweep.z(i);
      values[FIELDS * i + 3] = sweep.intensity(i);
    }
    return new PointCloud(values);
  }

  /**
   * Reads a recorded sweep: KITTI's {@code .bin} (x, y, z, reflectance 0 to 1 as float32) or nuScenes' {@code .pcd.bin} (x right,
   * y ahead, z, intensity 0 to 255, ring).
   */
  static PointCloud read(Path file) {
    boolean isNuscenes = file.toString().endsWith(".pcd.bin");
    int stride = isNuscenes ? 5 : 4;
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0 || bytes.length % (4 * stride) != 0) {
        throw new InputException(
            file + ": " + bytes.length + " bytes are no list of points of " + stride + " numbers");
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[bytes.length / (4 * stride) * FIELDS];
      for (int i = 0; i < values.length / FIELDS; i++) {
        float a = buffer.getFloat();
        float b = buffer.getFloat();
        values[FIELDS * i] = isNuscenes ? b : a;
        values[FIELDS * i + 1] = isNuscenes ? -a : b;
        values[FIELDS * i + 2] = buffer.getFloat();
        values[FIELDS * i + 3] = buffer.getFloat() * (isNuscenes ? 1.0f : 255.0f);
        if (isNuscenes) {
          buffer.getFloat();
        }
      }
      return new PointCloud(values);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  int size() {
    return values.length / FIELDS;
  }

  float x(int i) {
    return values[FIELDS * i];
  }

  float y(int i) {
    return values[FIELDS * i + 1];
  }

  float z(int i) {
    return values[FIELDS * i + 2];
  }

  float intensity(int i) {
    return values[FIELDS * i + 3];
  }

  double range(int i) {
    return Math.sqrt(x(i) * x(i) + y(i) * y(i) + z(i) * z(i));
  }
}
