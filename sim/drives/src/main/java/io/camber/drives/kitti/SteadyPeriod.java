package io.camber.drives.kitti;

import io.camber.drives.frame.LocalMap;
import io.camber.geometry.Vec3;
import java.util.List;

/** How far frames are apart when nobody wrote it down: distance over speed of the samples, which carry both. */
final class SteadyPeriod {
  /** Slower, and noise decides. */
  private static final double SPEED_MPS_MIN = 1.0;

  private static final double SHORTEST_S = 0.02;
  private static final double LONGEST_S = 1.0;

  private SteadyPeriod() {}

  static long of(List<Oxts> samples, long nominalNs) {
    if (samples.isEmpty()) {
      return nominalNs;
    }
    LocalMap map = new LocalMap(samples.get(0).place(), samples.get(0).altitudeM());
    double distance = 0.0;
    double speed = 0.0;
    for (int i = 1; i < samples.size(); i++) {
      Vec3 from = map.toMap(samples.get(i - 1).place(), samples.get(i - 1).altitudeM());
      Vec3 to = map.toMap(samples.get(i).place(), samples.get(i).altitudeM());
      double mean = 0.5
          * (samples.get(i - 1).velocityMps().length()
              + samples.get(i).velocityMps().length());
      if (mean > SPEED_MPS_MIN) {
        distance += to.minus(from).toVec2().length();
        speed += mean;
      }
    }
    double seconds = speed > 0.0 ? distance / speed : 0.0;
    return seconds > SHORTEST_S && seconds < LONGEST_S
        ? Math.round(seconds * 1e6) * 1000L
        : nominalNs;
  }
}
