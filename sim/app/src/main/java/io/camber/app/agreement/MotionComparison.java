package io.camber.app.agreement;

import io.camber.geometry.Angles;
import java.util.List;
import java.util.Map;

/**
 * How much of a recorded motion ours agrees with. A sample agrees within max(0.1 m, twice what halving the engine's own step
 * moves entities) + 0.02 s times its speed, and within 0.05 rad in heading above 0.5 m/s.
 */
final class MotionComparison {
  private static final double NEAR_M = 0.1;
  private static final double LATE_S = 0.02;
  private static final double TURNED_MAX = 0.05;
  private static final double MOVING_MPS = 0.5;
  private static final double STEP_S = 0.01;

  private MotionComparison() {}

  /** The smallest share of samples that agree over the recorded entities; 1 when nobody was recorded. */
  static double share(
      Map<String, List<Sample>> recorded, Map<String, List<Sample>> own, double driftM) {
    double least = 1.0;
    for (Map.Entry<String, List<Sample>> entity : recorded.entrySet()) {
      List<Sample> played = own.getOrDefault(entity.getKey(), List.of());
      long inside = entity.getValue().stream()
          .filter(sample -> isInside(sample, played, Math.max(NEAR_M, 2.0 * driftM)))
          .count();
      least = Math.min(least, (double) inside / entity.getValue().size());
    }
    return least;
  }

  /** Ours are a step apart, so that the recorded ones fall on them. */
  private static boolean isInside(Sample sample, List<Sample> own, double tolerance) {
    if (own.isEmpty()) {
      return false;
    }
    int index = (int) Math.round((sample.timeS() - own.get(0).timeS()) / STEP_S);
    if (index < 0 || index >= own.size()) {
      return false;
    }
    Sample there = own.get(index);
    double apart = Math.hypot(there.x() - sample.x(), there.y() - sample.y());
    boolean turned = Math.abs(sample.speedMps()) >= MOVING_MPS
        && Math.abs(Angles.difference(there.yaw(), sample.yaw())) > TURNED_MAX;
    return apart <= tolerance + LATE_S * Math.abs(sample.speedMps()) && !turned;
  }
}
