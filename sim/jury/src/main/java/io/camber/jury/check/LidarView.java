package io.camber.jury.check;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In which directions from the car the lidar has something to say, by what it said so far. Without a lidar, in all. */
final class LidarView {
  private static final int SECTORS = 72;
  private static final int SWEEPS_MIN = 10;
  private static final double USUAL_SHARE = 0.5;

  /** A few points tell whether there are any. */
  private static final int STRIDE = 8;

  private final int[] seen = new int[SECTORS];
  private final boolean[] now = new boolean[SECTORS];
  private int sweeps;
  private @Nullable LidarCalibration lidar;

  void mounted(LidarCalibration calibration) {
    lidar = calibration;
  }

  void add(LidarSweep sweep) {
    LidarCalibration mounted = lidar;
    if (mounted == null || !mounted.sensorId().equals(sweep.sensorId())) {
      return;
    }
    Arrays.fill(now, false);
    for (int i = 0; i < sweep.size(); i += STRIDE) {
      Vec3 point = mounted.baseFromLidar().apply(new Vec3(sweep.x(i), sweep.y(i), sweep.z(i)));
      now[sector(StrictMath.atan2(point.y(), point.x()))] = true;
    }
    sweeps++;
    for (int i = 0; i < SECTORS; i++) {
      seen[i] += now[i] ? 1 : 0;
    }
  }

  /**
   * Whether a place is seen, and everything around it.
   *
   * @param place in {@code base_link}
   * @param marginM how far around
   */
  boolean isInside(Vec2 place, double marginM) {
    if (sweeps < SWEEPS_MIN) {
      return true;
    }
    double range = place.length();
    double half = range > marginM ? StrictMath.asin(marginM / range) : Math.PI;
    double azimuth = StrictMath.atan2(place.y(), place.x());
    int steps = (int) Math.ceil(2.0 * half / (2.0 * Math.PI / SECTORS));
    for (int i = 0; i <= steps; i++) {
      if (seen[sector(azimuth - half + 2.0 * half * i / steps)] < USUAL_SHARE * sweeps) {
        return false;
      }
    }
    return true;
  }

  private static int sector(double azimuth) {
    int sector = (int) Math.floor((azimuth / (2.0 * Math.PI) + 0.5) * SECTORS);
    return Math.floorMod(sector, SECTORS);
  }
}
