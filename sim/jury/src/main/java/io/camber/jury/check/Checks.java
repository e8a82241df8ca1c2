package io.camber.jury.check;

import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All checks of one drive that what this stack publishes allows. U16 needs a second drive, see
 * {@link VersionCheck}.
 */
public final class Checks {
  /** Raised for a check that may say otherwise of the same drive than the one before. */
  private static final Map<String, Integer> REVISED = Map.ofEntries(
      Map.entry("U1", 2),
      Map.entry("U3", 2),
      Map.entry("U4", 2),
      Map.entry("U8", 2),
      Map.entry("U9", 2),
      Map.entry("U10", 2),
      Map.entry("U11", 2),
      Map.entry("U12", 3),
      Map.entry("U13", 2),
      Map.entry("U14", 3),
      Map.entry("U15", 3));

  /** What a check looks at, where that is one topic; the others look at the whole drive. */
  private static final Map<String, String> TOPICS = Map.ofEntries(
      Map.entry("U1", Topics.TRACKS.name()),
      Map.entry("U2", Topics.TRACKS.name()),
      Map.entry("U3", Topics.TRACKS.name()),
      Map.entry("U4", Topics.TRACKS.name()),
      Map.entry("U5", Topics.TRACKS.name()),
      Map.entry("U6", Topics.TRACKS.name()),
      Map.entry("U7", Topics.CAMERA_DETECTIONS.name()),
      Map.entry("U8", Topics.TRACKS.name()),
      Map.entry("U9", Topics.DETECTIONS.name()),
      Map.entry("U10", Topics.FUTURES.name()),
      Map.entry("U11", Topics.EGO_POSE.name()),
      Map.entry("U12", Topics.PLAN.name()),
      Map.entry("U13", Topics.CONTROL_COMMAND.name()),
      Map.entry("U16", Topics.TRACKS.name()));

  private Checks() {}

  /** Ids of those that {@link #all} makes. */
  public static List<String> ids(boolean hasMap) {
    return IntStream.rangeClosed(1, 15)
        .mapToObj(number -> "U" + number)
        .filter(id -> hasMap || !id.equals("U8"))
        .toList();
  }

  /** Another one than before when the check may say otherwise of the same drive. */
  public static int version(String check) {
    return REVISED.getOrDefault(check, 1);
  }

  /** The one topic that a check judges; empty when it judges the whole drive. */
  public static Optional<String> topic(String check) {
    return Optional.ofNullable(TOPICS.get(check));
  }

  /** Fresh ones. Without a map, plausibility on the map is not asked. */
  public static List<Check> all(Optional<RoadMap> map) {
    List<Check> checks = new ArrayList<>(List.of(
        new SizeCheck(),
        new MotionCheck(),
        new PresenceCheck(),
        new IdentityCheck(),
        new OverlapCheck(),
        new AgreementCheck(),
        new PointSupportCheck(),
        new ForecastCheck(),
        new PoseCheck(),
        new InnovationCheck(),
        new PlanCheck(),
        new OccupiedCheck(),
        new ControlCheck(),
        new TrackingCheck(),
        new TimeCheck(),
        new SensorCheck(),
        new SweepCheck(),
        new SectorCheck()));
    map.ifPresent(road -> checks.addAll(List.of(new MapCheck(road), new UnboxedCheck(road))));
    return checks;
  }
}
