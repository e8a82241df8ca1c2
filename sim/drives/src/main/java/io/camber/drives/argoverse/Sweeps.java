package io.camber.drives.argoverse;

import io.camber.drives.arrow.ArrowColumn;
import io.camber.drives.arrow.ArrowTable;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Sweeps of the two stacked lidars as one. The source has the points in the car's frame at the sweep's start, with the car's
 * motion taken out; here they go back to where the upper lidar measured them at their own time, as every node expects. Two
 * times an eighth of a millisecond apart share one pose.
 */
final class Sweeps {
  private static final int SLICES = 800;
  private static final long SPAN_NS_MIN = 1L;

  private Sweeps() {}

  static LidarSweep read(
      ArrowTable table, String sensorId, long startNs, TimedPoses ego, Pose3 egoFromLidar) {
    ArrowColumn x = table.column("x");
    ArrowColumn y = table.column("y");
    ArrowColumn z = table.column("z");
    ArrowColumn intensity = table.column("intensity");
    ArrowColumn laser = table.column("laser_number");
    ArrowColumn offset = table.column("offset_ns");
    long spanNs = SPAN_NS_MIN;
    for (int row = 0; row < table.rows(); row++) {
      spanNs = Math.max(spanNs, offset.integer(row));
    }
    Rigid[] lidarFromStart = slices(startNs, spanNs, ego, egoFromLidar);
    ByteBuffer points = ByteBuffer.allocate(
            Math.multiplyExact(table.rows(), LidarSweep.POINT_BYTES))
        .order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < table.rows(); row++) {
      long at = Math.max(0L, offset.integer(row));
      Vec3 seen = lidarFromStart[(int) (at * (SLICES - 1) / spanNs)].apply(
          new Vec3(x.number(row), y.number(row), z.number(row)));
      LidarSweep.put(
          points,
          (float) seen.x(),
          (float) seen.y(),
          (float) seen.z(),
          (int) at,
          (int) laser.integer(row),
          (int) intensity.integer(row));
    }
    return new LidarSweep(sensorId, startNs, startNs + spanNs, points.flip());
  }

  private static Rigid[] slices(long startNs, long spanNs, TimedPoses ego, Pose3 egoFromLidar) {
    Pose3 mapFromStart = ego.at(startNs);
    Rigid[] slices = new Rigid[SLICES];
    for (int i = 0; i < SLICES; i++) {
      long timeNs = startNs + (spanNs * i + spanNs / 2) / SLICES;
      Rigid mapFromLidar = Rigid.of(ego.at(timeNs)).times(Rigid.of(egoFromLidar));
      slices[i] = mapFromLidar.inverse().times(Rigid.of(mapFromStart));
    }
    return slices;
  }
}
