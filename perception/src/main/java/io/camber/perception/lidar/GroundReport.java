package io.camber.perception.lidar;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Tells what the ground segmentation decided: which points are ground, and how far the ground around the sensor is known to be free.
 *
 * <p>A point is ground when it lies no higher above the estimated ground than what nobody can hit ({@link ObstaclePoints}), and no
 * lower. A sector of one degree is free from its first return of the ground on: up to the first point that stands on it below {@value #CLEARANCE_M} m,
 * or to the last return of the ground before a gap in which something higher than {@value #OVERLOOKED_M} m could stand between two beams.
 * Keeps scratch memory but no state between sweeps.
 */
final class GroundReport {
  private static final float BIN_M = 0.5f;

  /** What hangs higher is driven under. */
  private static final float CLEARANCE_M = 2.3f;

  /** What is lower may be missed between two returns of the ground. */
  private static final double OVERLOOKED_M = 0.5;

  private final double rangeM;
  private final int words;
  private final float[] obstacleM = new float[Sectors.COUNT];

  /** Bit sets of the range bins in which a sector returned from the ground. */
  private final long[] ground;

  private byte[] bits = new byte[0];

  GroundReport(double rangeM) {
    this.rangeM = rangeM;
    this.words = (int) (rangeM / BIN_M) / Long.SIZE + 2;
    this.ground = new long[Sectors.COUNT * words];
  }

  /** What was decided, in the order of the answer's making: bits first. */
  record Answer(GroundPoints points, FreeSpace space) {}

  /** Reads the heights of all points; {@code cloud} must not have been filtered yet. */
  Answer of(PointCloud cloud, LidarSweep sweep, Pose3 mounting) {
    int byteCount = GroundPoints.byteCount(sweep.size());
    if (bits.length < byteCount) {
      bits = new byte[2 * byteCount];
    }
    Arrays.fill(bits, 0, byteCount, (byte) 0);
    Arrays.fill(ground, 0L);
    Arrays.fill(obstacleM, Float.POSITIVE_INFINITY);
    look(cloud, (float) mounting.x(), (float) mounting.y());
    GroundPoints points = new GroundPoints(
        sweep.timeNs(),
        sweep.sensorId(),
        sweep.size(),
        rangeM,
        ByteBuffer.wrap(Arrays.copyOf(bits, byteCount)));
    return new Answer(points, space(sweep, mounting));
  }

  private void look(PointCloud cloud, float sensorX, float sensorY) {
    for (int i = 0; i < cloud.size; i++) {
      float height = cloud.height[i];
      boolean isLow = ObstaclePoints.isLow(height, cloud.x[i], cloud.y[i]);
      boolean counts =
          isLow ? ObstaclePoints.isLow(-height, cloud.x[i], cloud.y[i]) : height < CLEARANCE_M;
      if (!counts) {
        continue;
      }
      float x = cloud.x[i] - sensorX;
      float y = cloud.y[i] - sensorY;
      float range = (float) Math.sqrt(x * x + y * y);
      int sector = Sectors.of(x, y);
      if (isLow) {
        int number = cloud.source[i];
        bits[number >> 3] |= (byte) (1 << (number & 7));
        int bin = Math.min(words * Long.SIZE - 1, (int) (range / BIN_M));
        ground[sector * words + (bin >> 6)] |= 1L << bin;
      } else if (range < obstacleM[sector]) {
        obstacleM[sector] = range;
      }
    }
  }

  private FreeSpace space(LidarSweep sweep, Pose3 mounting) {
    float[] nearM = new float[Sectors.COUNT];
    float[] farM = new float[Sectors.COUNT];
    double growth =
        mounting.z() > 2.0 * OVERLOOKED_M ? 1.0 / (1.0 - OVERLOOKED_M / mounting.z()) : 2.0;
    for (int sector = 0; sector < Sectors.COUNT; sector++) {
      int first = next(sector, 0);
      if (first < 0) {
        continue;
      }
      int last = first;
      for (int bin = next(sector, first + 1);
          bin >= 0 && bin <= growth * (last + 1);
          bin = next(sector, bin + 1)) {
        last = bin;
      }
      float near = BIN_M * (first + 1);
      float far = Math.min(BIN_M * last, obstacleM[sector]);
      if (far > near) {
        nearM[sector] = near;
        farM[sector] = far;
      }
    }
    return new FreeSpace(
        sweep.timeNs(), sweep.sensorId(), new Vec2(mounting.x(), mounting.y()), nearM, farM);
  }

  /** The next range bin from one on in which a sector returned from the ground; -1 when there is none. */
  private int next(int sector, int from) {
    for (int word = from >> 6; word < words; word++) {
      long left = ground[sector * words + word];
      if (word == from >> 6) {
        left &= -1L << from;
      }
      if (left != 0L) {
        return word * Long.SIZE + Long.numberOfTrailingZeros(left);
      }
    }
    return -1;
  }
}
