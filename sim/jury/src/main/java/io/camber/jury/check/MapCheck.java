package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Angles;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** U8: a car that drives where no lane is, or against its lane for more than three seconds, or somebody inside a building. */
final class MapCheck implements Check {
  private static final double OFF_M = 2.0;
  private static final double MOVING_MPS = 2.0;
  private static final double AGAINST = Math.toRadians(135.0);
  private static final long AGAINST_NS_MAX = 3_000_000_000L;

  /** As far as a track may be off. */
  private static final double WALL_M = 0.5;

  private final RoadMap map;
  private final Buildings buildings;
  private final Map<Integer, Long> againstSinceNs = new LinkedHashMap<>();

  MapCheck(RoadMap map) {
    this.map = map;
    this.buildings = new Buildings(map);
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks && !map.lanes().isEmpty()) {
      for (Track track : tracks.tracks()) {
        boolean drives = track.objectClass() == ObjectClass.CAR
            || track.objectClass() == ObjectClass.TRUCK
            || track.objectClass() == ObjectClass.BUS;
        if (drives && track.speedMps() > MOVING_MPS) {
          look(track, tracks.timeNs(), alarms);
        } else {
          againstSinceNs.remove(track.id());
        }
        if (track.objectClass() != ObjectClass.UNKNOWN
            && buildings.isInside(track.center().position(), WALL_M)) {
          alarms.accept(alarm(track, tracks.timeNs(), 0.5, "is inside a building"));
        }
      }
    }
  }

  private void look(Track track, long now, Consumer<Alarm> alarms) {
    List<LanePosition> lanes =
        map.projectAll(track.center().x(), track.center().y(), OFF_M).stream()
            .filter(position -> position.lane().isDrivable())
            .toList();
    if (lanes.isEmpty()) {
      againstSinceNs.remove(track.id());
      alarms.accept(alarm(
          track,
          now,
          0.5,
          String.format(Locale.ROOT, "drives %.0f m/s where no lane is", track.speedMps())));
      return;
    }
    double course =
        StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x());
    boolean against = lanes.stream().allMatch(position -> {
      double lane = position.lane().centerAt(position.s()).yaw();
      return Math.abs(Angles.difference(course, lane)) > AGAINST;
    });
    if (!against) {
      againstSinceNs.remove(track.id());
      return;
    }
    long since = againstSinceNs.computeIfAbsent(track.id(), id -> now);
    if (now - since > AGAINST_NS_MAX) {
      alarms.accept(alarm(track, now, 0.5, "drives against its lane for more than 3 s"));
    }
  }

  private static Alarm alarm(Track track, long now, double severity, String detail) {
    return new Alarm(
        now,
        "U8",
        Owner.PERCEPTION,
        Classes.label(track.objectClass()),
        "track " + track.id(),
        severity,
        detail);
  }
}
