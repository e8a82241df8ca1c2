package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U9: for a second, points stand close together on a lane, and no track is there. Looked for within 25 m: farther away so many points are
 * no body yet.
 */
final class UnboxedCheck implements Check {
  private static final int POINTS_MIN = 20;
  private static final double RANGE_M = 25.0;

  /** The car itself and what touches it. */
  private static final double NEAR_M = 5.0;

  /** Longer ones are walls and hedges. */
  private static final double LENGTH_M_MAX = 15.0;

  private static final double TRACK_M = 1.0;
  private static final double SAME_M = 1.5;
  private static final long APART_NS_MAX = 150_000_000L;
  private static final int LOOKS_MIN = 10;

  private final RoadMap map;
  private final StandingCells cells = new StandingCells();
  private Tracks tracks = new Tracks(0, List.of());
  private List<Alone> alone = List.of();
  private @Nullable LidarCalibration lidar;
  private @Nullable EgoPose pose;

  /** Points without a track, for so many sweeps in a row. */
  private record Alone(Vec2 place, int looks) {}

  UnboxedCheck(RoadMap map) {
    this.map = map;
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose newest) {
      pose = newest;
    } else if (value instanceof Tracks newest) {
      tracks = newest;
    } else if (value instanceof LidarCalibration calibration
        && envelope.topic().equals(Topics.LIDAR_CALIBRATION.name())) {
      lidar = calibration;
    } else if (value instanceof LidarSweep sweep
        && envelope.topic().equals(Topics.LIDAR_SWEEP.name())) {
      look(sweep, alarms);
    }
  }

  private void look(LidarSweep sweep, Consumer<Alarm> alarms) {
    LidarCalibration mounted = lidar;
    EgoPose from = pose;
    boolean isTracked = sweep.timeNs() - tracks.timeNs() <= APART_NS_MAX;
    if (mounted == null || from == null || !isTracked) {
      alone = List.of();
      return;
    }
    List<Alone> now = new ArrayList<>();
    for (StandingCells.Cluster one : cells.clusters(sweep, mounted.baseFromLidar(), POINTS_MIN)) {
      Vec2 place = place(from.mapFromBase().toPose2(), one);
      if (isNear(one) && isWithoutTrack(place, one) && isOnLane(place)) {
        int looks = 1 + looksAt(place);
        now.add(new Alone(place, looks));
        if (looks == LOOKS_MIN) {
          alarms.accept(alarm(sweep.timeNs(), place, one));
        }
      }
    }
    alone = now;
  }

  private static Vec2 place(Pose2 mapFromBase, StandingCells.Cluster one) {
    return mapFromBase.apply(one.middle());
  }

  private static boolean isNear(StandingCells.Cluster one) {
    double range = one.middle().length();
    return range > NEAR_M && range < RANGE_M && one.lengthM() < LENGTH_M_MAX;
  }

  private boolean isWithoutTrack(Vec2 place, StandingCells.Cluster one) {
    double reach = TRACK_M + 0.5 * one.lengthM();
    return tracks.tracks().stream().noneMatch(track -> track.footprint().distanceTo(place) < reach);
  }

  private boolean isOnLane(Vec2 place) {
    return map.projectAll(place.x(), place.y(), 0.0).stream()
        .anyMatch(position -> position.lane().isDrivable());
  }

  private int looksAt(Vec2 place) {
    return alone.stream()
        .filter(old -> old.place().distanceTo(place) < SAME_M)
        .mapToInt(Alone::looks)
        .max()
        .orElse(0);
  }

  private static Alarm alarm(long timeNs, Vec2 place, StandingCells.Cluster one) {
    return new Alarm(
        timeNs,
        "U9",
        Owner.PERCEPTION,
        "points",
        String.format(Locale.ROOT, "points at %.1f %.1f", place.x(), place.y()),
        1.0,
        String.format(
            Locale.ROOT,
            "%d points stand on a lane %.0f m away, and no track is there",
            one.points(),
            one.middle().length()));
  }
}
