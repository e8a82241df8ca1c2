package io.camber.app.sensors;

import io.camber.app.yaml.YamlEntry;

/** Keys of a rig's file that say what a lidar publishes besides sweeps: {@code truth: points}. */
final class LidarKeys {
  private static final String TRUTH = "truth";
  private static final String POINTS = "points";

  private LidarKeys() {}

  static boolean tellsTruth(YamlEntry entry) {
    if (!entry.has(TRUTH)) {
      return false;
    }
    if (!entry.text(TRUTH).equals(POINTS)) {
      throw entry.wrong(
          TRUTH + ": '" + entry.text(TRUTH) + "' is unknown; of a lidar there is " + POINTS);
    }
    return true;
  }
}
