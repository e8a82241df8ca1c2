package io.camber.jury.scoring;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.TruthFrame;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The truth of a whole drive beside what the stack said, by time. */
final class TruthMemory {
  /** A track this far from an actor's middle, or touching it, is that actor. */
  private static final double NEAR_M = 2.0;

  private static final long FRAME_AGE_NS_MAX = 100_000_000L;
  private static final long TRACK_AGE_NS_MAX = 1_000_000_000L;

  /** Half the width of a line of sight that counts as free. */
  private static final double SIGHT_WIDTH_M = 0.2;

  private final NavigableMap<Long, TruthFrame> frames = new TreeMap<>();
  private final NavigableMap<Long, Tracks> tracks = new TreeMap<>();
  private final NavigableMap<Long, Detections> detections = new TreeMap<>();
  private final NavigableMap<Long, EgoPose> poses = new TreeMap<>();
  private final NavigableMap<Long, Plan> plans = new TreeMap<>();
  private List<FaultTruth> faults = List.of();

  void add(Object value) {
    if (value instanceof TruthFrame frame) {
      frames.put(frame.timeNs(), frame);
    } else if (value instanceof Tracks some) {
      tracks.put(some.timeNs(), some);
    } else if (value instanceof Detections some) {
      detections.put(some.timeNs(), some);
    } else if (value instanceof EgoPose pose) {
      poses.put(pose.timeNs(), pose);
    } else if (value instanceof Plan plan) {
      plans.put(plan.timeNs(), plan);
    } else if (value instanceof FaultTruths some) {
      faults = some.faults();
    }
  }

  List<FaultTruth> faults() {
    return faults;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  long lastNs() {
    return frames.isEmpty() ? 0L : frames.lastKey();
  }

  /** The world then; empty when none was told within 0.1 s before. */
  Optional<TruthFrame> frame(long timeNs) {
    return Optional.ofNullable(frames.floorEntry(timeNs))
        .filter(entry -> timeNs - entry.getKey() <= FRAME_AGE_NS_MAX)
        .map(Map.Entry::getValue);
  }

  Optional<EgoPose> pose(long timeNs) {
    return Optional.ofNullable(poses.floorEntry(timeNs)).map(Map.Entry::getValue);
  }

  /** The plan of that time. */
  Optional<Plan> plan(long timeNs) {
    return Optional.ofNullable(plans.get(timeNs));
  }

  /** The newest plan before that time. */
  Optional<Plan> planBefore(long timeNs) {
    return Optional.ofNullable(plans.lowerEntry(timeNs)).map(Map.Entry::getValue);
  }

  /** What was told of the world in a stretch of time, both ends included. */
  Collection<TruthFrame> frames(long fromNs, long toNs) {
    return frames.subMap(fromNs, true, toNs, true).values();
  }

  Optional<Detections> detections(long timeNs) {
    return Optional.ofNullable(detections.get(timeNs));
  }

  /** The tracks a sighting speaks of ({@code track 7}, {@code tracks 3 and 5}), as they last were within a second before. */
  List<Track> named(String subject, long timeNs) {
    for (Tracks some : tracks.headMap(timeNs, true).descendingMap().values()) {
      if (timeNs - some.timeNs() > TRACK_AGE_NS_MAX) {
        break;
      }
      List<Track> found =
          some.tracks().stream().filter(track -> isNamed(subject, track.id())).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean isNamed(String subject, int id) {
    return subject.equals("track " + id)
        || (subject.startsWith("tracks ")
            && (subject.endsWith(" " + id) || subject.startsWith("tracks " + id + " ")));
  }

  /** Who really is at that place, the ego left out. */
  static Optional<ActorTruth> actorAt(TruthFrame frame, Box2 place) {
    ActorTruth nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (ActorTruth actor : frame.actors()) {
      double distance =
          actor.footprint().center().position().distanceTo(place.center().position());
      boolean there = distance < NEAR_M || actor.footprint().intersects(place);
      if (!actor.name().equals(frame.egoName()) && there && distance < least) {
        nearest = actor;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** True when nobody else stands between the ego and that actor. */
  static boolean isInSight(TruthFrame frame, ActorTruth seen) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty()) {
      return false;
    }
    Vec2 eye = ego.get().footprint().center().position();
    Vec2 sight = seen.footprint().center().position().minus(eye);
    Vec2 middle = eye.plus(sight.times(0.5));
    double yaw = StrictMath.atan2(sight.y(), sight.x());
    Box2 line = new Box2(new Pose2(middle.x(), middle.y(), yaw), sight.length(), SIGHT_WIDTH_M);
    return frame.actors().stream()
        .filter(actor -> !actor.name().equals(seen.name()) && !actor.name().equals(frame.egoName()))
        .noneMatch(actor -> actor.footprint().intersects(line));
  }
}
