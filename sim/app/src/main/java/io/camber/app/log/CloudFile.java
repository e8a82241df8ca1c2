package io.camber.app.log;

import io.camber.sensing.LidarSweep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One lidar sweep as a file for point cloud tools: PLY (binary, little-endian) or PCD 0.7 (binary). */
final class CloudFile {
  private static final int POINT_BYTES = 4 * Float.BYTES + Short.BYTES + Float.BYTES;

  private CloudFile() {}

  static void writePly(LidarSweep sweep, Path file) throws IOException {
    write(
        file,
        "ply\nformat binary_little_endian 1.0\ncomment " + sweep.sensorId() + " at "
            + sweep.timeNs() + " ns\nelement vertex " + sweep.size()
            + "\nproperty float x\nproperty float y\nproperty float z\nproperty float intensity\n"
            + "property ushort ring\nproperty float time\nend_header\n",
        sweep);
  }

  static void writePcd(LidarSweep sweep, Path file) throws IOException {
    write(
        file,
        "# .PCD v0.7 - Point Cloud Data file format\nVERSION 0.7\n"
            + "FIELDS x y z intensity ring time\nSIZE 4 4 4 4 2 4\nTYPE F F F F U F\n"
            + "COUNT 1 1 1 1 1 1\nWIDTH " + sweep.size()
            + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + sweep.size() + "\nDATA binary\n",
        sweep);
  }

  /** Times are seconds since the start of the revolution. */
  private static void write(Path file, String header, LidarSweep sweep) throws IOException {
    ByteBuffer points =
        ByteBuffer.allocate(sweep.size() * POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < sweep.size(); i++) {
      points.putFloat(sweep.x(i)).putFloat(sweep.y(i)).putFloat(sweep.z(i));
      points.putFloat(sweep.intensity(i)).putShort((short) sweep.ring(i));
      points.putFloat((sweep.pointTimeNs(i) - sweep.startNs()) / 1e9f);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(points.array());
    Files.write(file, all.toByteArray());
  }
}
