package io.camber.drives;

import io.camber.bus.Topic;
import io.camber.messages.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What our nodes read, held against what a log has. */
final class NodeNeeds {
  private NodeNeeds() {}

  /** Sentences, one a node that cannot work as it would in our car. */
  static List<String> missing(Set<String> topics) {
    List<String> missing = new ArrayList<>();
    add(missing, "localization", topics, "cannot run", Topics.IMU, Topics.GNSS);
    if (topics.contains(Topics.IMU.name())) {
      add(missing, "localization", topics, "drifts more between fixes", Topics.WHEELS);
    }
    add(missing, "detection", topics, "cannot run", Topics.LIDAR_SWEEP, Topics.LIDAR_CALIBRATION);
    if (topics.contains(Topics.LIDAR_SWEEP.name())) {
      add(missing, "detection", topics, "takes the car's own way for the road", Topics.MAP);
    }
    add(
        missing,
        "signals",
        topics,
        "cannot run",
        Topics.CAMERA_IMAGE,
        Topics.CAMERA_CALIBRATION,
        Topics.MAP);
    add(
        missing,
        "camera_detection",
        topics,
        "cannot run",
        Topics.CAMERA_IMAGE,
        Topics.CAMERA_CALIBRATION);
    add(
        missing,
        "planning",
        topics,
        "cannot run",
        Topics.MAP,
        Topics.MISSION,
        Topics.VEHICLE_DESCRIPTION);
    return missing;
  }

  private static void add(
      List<String> missing, String node, Set<String> topics, String so, Topic<?>... needs) {
    List<String> absent = new ArrayList<>();
    for (Topic<?> need : needs) {
      if (!topics.contains(need.name())) {
        absent.add(need.name());
      }
    }
    if (!absent.isEmpty()) {
      missing.add(node + " " + so + ": no " + String.join(", ", absent));
    }
  }
}
