package io.camber.jury.scoring;

import io.camber.jury.check.Alarm;
import io.camber.messages.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which checks can tell of a fault at all: those that judge what it strikes or what is made of that first. Steering that swings says
 * nothing of a lidar.
 */
final class FaultRelation {
  private static final String SENSOR = "/sensor/";

  private static final Set<String> OBJECTS =
      Set.of("U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9");

  /** By the beginning of the fault's target; the first that fits. */
  private static final List<Related> RELATED = List.of(
      new Related("lidar", OBJECTS, "/sensor/lidar"),
      new Related("camera", Set.of("U7"), "/sensor/camera"),
      new Related("radar", OBJECTS, "/sensor/radar"),
      new Related("gnss", Set.of("U11"), Topics.GNSS.name()),
      new Related("imu", Set.of("U11"), Topics.IMU.name()),
      new Related("wheels", Set.of("U11"), Topics.WHEELS.name()),
      new Related("report", Set.of("U11"), Topics.VEHICLE_REPORT.name()),
      new Related("vehicle", Set.of("U11", "U12", "U13"), ""),
      new Related("map", Set.of("U8", "U12"), ""),
      new Related("pose", Set.of("U11"), Topics.EGO_POSE.name()),
      new Related("localization", Set.of("U11"), Topics.EGO_POSE.name()),
      new Related("detection", OBJECTS, Topics.DETECTIONS.name()),
      new Related("track", OBJECTS, Topics.TRACKS.name()),
      new Related("truth.perception", OBJECTS, Topics.TRACKS.name()),
      new Related("future", Set.of("U10"), Topics.FUTURES.name()),
      new Related("prediction", Set.of("U10"), Topics.FUTURES.name()),
      new Related("plan", Set.of("U12"), Topics.PLAN.name()),
      new Related("command", Set.of("U13"), Topics.ACTUATION.name()),
      new Related("control", Set.of("U13"), Topics.ACTUATION.name()),
      new Related("actuation", Set.of("U13"), Topics.ACTUATION.name()),
      new Related("guardian", Set.of("U13"), Topics.ACTUATION.name()),
      new Related("brake", Set.of("U12", "U13"), ""),
      new Related("steering", Set.of("U12", "U13"), ""),
      new Related("drive", Set.of("U12", "U13"), ""),
      new Related("weather", Set.of("U3", "U4", "U7", "U9", "U15"), ""));

  /** What detections are made of and what is made of them: who is struck here can fall silent there. */
  private static final Map<String, String> NEXT = Map.of(
      "/sensor/lidar", Topics.DETECTIONS.name(), Topics.DETECTIONS.name(), Topics.TRACKS.name());

  private FaultRelation() {}

  private record Related(String target, Set<String> checks, String topic) {
    /**
     * U14 and U15 are about what the alarm names.
     *
     * @param struck the whole target; a sensor's is part of its topic's name
     */
    boolean isToldBy(Alarm alarm, String struck) {
      String own = topic.startsWith(SENSOR + target) ? SENSOR + struck.replace('_', '/') : topic;
      boolean isNamed = !topic.isEmpty()
          && (alarm.subject().startsWith(own)
              || alarm.subject().equals(struck)
              || alarm.subject().equals(NEXT.get(topic))
              || alarm.detail().contains(own));
      return checks.contains(alarm.check())
          || (isNamed && (alarm.check().equals("U14") || alarm.check().equals("U15")));
    }
  }

  /** Whether an alarm can be due to a fault of that target. */
  static boolean canTell(Alarm alarm, String target) {
    String subject = target.startsWith("sensor.") ? target.substring("sensor.".length()) : target;
    return RELATED.stream()
        .filter(one -> subject.startsWith(one.target()))
        .findFirst()
        .map(one -> one.isToldBy(alarm, subject))
        .orElse(false);
  }
}
