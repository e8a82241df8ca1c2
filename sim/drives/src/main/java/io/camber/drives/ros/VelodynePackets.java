package io.camber.drives.ros;

import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Packets of a Velodyne VLP-16 (user manual 63-9243, section 9): 12 blocks of two firings of 16 lasers, distances in 2 mm, azimuth
 * clockwise from ahead in hundredths of a degree, given for the first firing of a block only.
 *
 * <pre>
 *  packet 1206:  block 100 x 12 | time u32 | return mode u8 | product u8
 *  block:        0xFFEE u16 | azimuth u16 | (distance u16, reflectivity u8) x 32
 * </pre>
 */
final class VelodynePackets {
  static final int PACKET_BYTES = 1206;
  private static final int BLOCKS = 12;
  private static final int BLOCK_BYTES = 100;
  private static final int LASERS = 16;
  private static final int FLAG = 0xEEFF;
  private static final int VLP16 = 0x22;
  private static final int DUAL_RETURN = 0x39;
  private static final double DISTANCE_M = 0.002;
  private static final int CIRCLE = 36_000;

  /** A laser fires every 2.304 us, a round of 16 takes 55.296 us. */
  private static final double LASER_NS = 2_304.0;

  private static final double FIRING_NS = 55_296.0;

  /** In the order of firing. */
  private static final int[] ELEVATION_DEG = {
    -15, 1, -13, 3, -11, 5, -9, 7, -7, 9, -5, 11, -3, 13, -1, 15
  };

  private final ByteBuffer points;
  private final long startNs;
  private long lastNs;

  VelodynePackets(long startNs, int packets) {
    this.startNs = startNs;
    this.points = ByteBuffer.allocate(
            Math.multiplyExact(packets, BLOCKS * 2 * LASERS * LidarSweep.POINT_BYTES))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean isVlp16(ByteBuffer packet) {
    return packet.limit() >= PACKET_BYTES && (packet.get(PACKET_BYTES - 1) & 0xff) == VLP16;
  }

  /** Adds the returns of one packet that was stamped at a time. */
  void add(ByteBuffer packet, long stampNs) {
    int gap = gap(packet);
    boolean isDual = (packet.get(PACKET_BYTES - 2) & 0xff) == DUAL_RETURN;
    for (int block = 0; block < BLOCKS; block++) {
      int at = block * BLOCK_BYTES;
      if (Short.toUnsignedInt(packet.getShort(at)) != FLAG) {
        continue;
      }
      int azimuth = Short.toUnsignedInt(packet.getShort(at + 2));
      int fired = isDual ? block / 2 : block;
      for (int i = 0; i < 2 * LASERS; i++) {
        int from = at + 4 + 3 * i;
        double distance = DISTANCE_M * Short.toUnsignedInt(packet.getShort(from));
        if (distance > 0.0) {
          double afterNs = (i < LASERS ? 0.0 : FIRING_NS) + (i % LASERS) * LASER_NS;
          double degrees = 0.01 * (azimuth + gap * afterNs / (2.0 * FIRING_NS));
          long timeNs = stampNs + Math.round(fired * 2.0 * FIRING_NS + afterNs);
          put(degrees, i % LASERS, distance, packet.get(from + 2) & 0xff, timeNs);
        }
      }
    }
  }

  /** How far the unit turns from one block to the next; the first pair of blocks that differ tells. */
  private static int gap(ByteBuffer packet) {
    for (int block = 0; block + 1 < BLOCKS; block++) {
      int from = Short.toUnsignedInt(packet.getShort(block * BLOCK_BYTES + 2));
      int to = Short.toUnsignedInt(packet.getShort((block + 1) * BLOCK_BYTES + 2));
      if (from != to) {
        return Math.floorMod(to - from, CIRCLE);
      }
    }
    return 0;
  }

  private void put(double degrees, int laser, double distance, int intensity, long timeNs) {
    double azimuth = StrictMath.toRadians(degrees);
    double elevation = StrictMath.toRadians(ELEVATION_DEG[laser]);
    double flat = distance * StrictMath.cos(elevation);
    int ring = (ELEVATION_DEG[laser] + 15) / 2;
    long offset = Math.max(0L, timeNs - startNs);
    lastNs = Math.max(lastNs, offset);
    LidarSweep.put(
        points,
        (float) (flat * StrictMath.cos(azimuth)),
        (float) (-flat * StrictMath.sin(azimuth)),
        (float) (distance * StrictMath.sin(elevation)),
        (int) offset,
        ring,
        intensity);
  }

  LidarSweep sweep(String sensorId) {
    return new LidarSweep(sensorId, startNs, startNs + lastNs, points.flip());
  }
}
