package io.camber.drives.kitti;

import io.camber.diagnostics.InputException;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One sweep: 16 bytes a point, x y z and reflectance as little-endian floats. The unit turns counter-clockwise from straight
 * behind, so the azimuth tells when in the sweep a point was measured; the file does not. It does not name the lasers either,
 * but has their points one laser after the other, each once around from straight ahead.
 */
final class VelodyneFile {
  private static final int POINT_BYTES = 16;
  private static final int LASERS = 64;

  /** Share of the turn that is surely on the far side: a laser's round begins and ends at one half. */
  private static final double BEHIND = 0.25;

  private static final long BYTES_MAX = 64L << 20;

  private VelodyneFile() {}

  /** In the unit's frame; seen in all sweeps of two drives of 2011-09-26, which hold nothing else there. */
  private static boolean isOwnRoof(float x, float y, float z, float reflectance) {
    float aside = Math.abs(y);
    return reflectance == 0.0f
        && x > -1.45f
        && x < -0.65f
        && aside > 0.9f
        && aside < 1.75f
        && z > -0.85f
        && z < -0.4f;
  }

  static LidarSweep read(Path file, String sensorId, long startNs, long endNs) throws IOException {
    long size = Files.size(file);
    if (size % POINT_BYTES != 0 || size > BYTES_MAX) {
      throw new InputException(file + ": has " + size + " bytes, not a multiple of " + POINT_BYTES
          + " below " + BYTES_MAX + "; byte " + size / POINT_BYTES * POINT_BYTES
          + " begins a piece of a point");
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int points = in.remaining() / POINT_BYTES;
    ByteBuffer out =
        ByteBuffer.allocate(points * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    double turnNs = endNs - startNs;
    int ring = 0;
    boolean wasBehind = false;
    for (int i = 0; i < points; i++) {
      float x = in.getFloat();
      float y = in.getFloat();
      float z = in.getFloat();
      float reflectance = in.getFloat();
      double turned = StrictMath.atan2(y, x) / (2.0 * Math.PI) + 0.5;
      int offsetNs = Double.isFinite(turned) ? (int) (turned * turnNs) : 0;
      if (wasBehind && turned >= 0.5 && ring < LASERS - 1) {
        ring++;
        wasBehind = false;
      }
      wasBehind |= turned < BEHIND;
      if (isOwnRoof(x, y, z, reflectance)) {
        continue;
      }
      int intensity = Math.round(255.0f * Math.max(0.0f, Math.min(1.0f, reflectance)));
      LidarSweep.put(out, x, y, z, offsetNs, ring, intensity);
    }
    return new LidarSweep(sensorId, startNs, endNs, out.flip());
  }
}
