package io.camber.drives.ouster;

import io.camber.geometry.Vec3;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Points of one revolution. A range becomes a point as the sensor's documentation says ("Lidar range to XYZ"): the encoder runs
 * clockwise, beams begin beside the axis, and the lidar's frame is turned against the sensor's.
 */
final class OusterSweep {
  private static final double MM = 1e-3;

  private final OusterSensor sensor;
  private final ByteBuffer points;
  private final int frame;
  private long startNs;
  private long endNs;
  private boolean isEmpty = true;

  OusterSweep(OusterSensor sensor, int frame) {
    this.sensor = sensor;
    this.frame = frame;
    this.points = ByteBuffer.allocate(sensor.columnsPerFrame()
            * sensor.beams()
            * sensor.profile().returns
            * LidarSweep.POINT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  int frame() {
    return frame;
  }

  boolean isEmpty() {
    return isEmpty;
  }

  /** Adds a valid column that starts at a byte of a packet. */
  void add(ByteBuffer packet, int column) {
    OusterProfile profile = sensor.profile();
    long timeNs = packet.getLong(column);
    int number = Short.toUnsignedInt(packet.getShort(column + 8)) % sensor.columnsPerFrame();
    startNs = isEmpty ? timeNs : startNs;
    endNs = isEmpty ? timeNs : Math.max(endNs, timeNs);
    isEmpty = false;
    int offsetNs = (int) Math.max(0L, Math.min(Integer.MAX_VALUE, timeNs - startNs));
    double encoder = 2.0 * Math.PI * (1.0 - (double) number / sensor.columnsPerFrame());
    for (int beam = 0; beam < sensor.beams(); beam++) {
      int channel = column + profile.columnHeadBytes + beam * profile.channelBytes;
      for (int i = 0; i < profile.returns; i++) {
        int at = channel + 4 * i;
        int range = packet.getInt(at) & profile.rangeMask;
        if (range > 0 && points.remaining() >= LidarSweep.POINT_BYTES) {
          int reflectivity = packet.get(at + profile.reflectivityAt) & 0xff;
          put(encoder, beam, range * MM, offsetNs, reflectivity);
        }
      }
    }
  }

  private void put(double encoder, int beam, double rangeM, int offsetNs, int reflectivity) {
    double azimuth = encoder - sensor.azimuth(beam);
    double altitude = sensor.altitude(beam);
    double origin = sensor.beamOriginM();
    double flat = (rangeM - origin) * StrictMath.cos(altitude);
    double x = flat * StrictMath.cos(azimuth) + origin * StrictMath.cos(encoder);
    double y = flat * StrictMath.sin(azimuth) + origin * StrictMath.sin(encoder);
    double z = (rangeM - origin) * StrictMath.sin(altitude);
    Vec3 point = sensor.fromLidar(x, y, z);
    LidarSweep.put(
        points,
        (float) point.x(),
        (float) point.y(),
        (float) point.z(),
        offsetNs,
        sensor.beams() - 1 - beam,
        reflectivity);
  }

  LidarSweep sweep(String sensorId) {
    return new LidarSweep(sensorId, startNs, endNs, points.flip());
  }
}
