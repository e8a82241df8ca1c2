package io.camber.perception.tracking;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Where something far away was taken for somebody by a few poor looks and then lost in plain view: a piece of a hedge that passes for a
 * person now and then, always in the same place. It takes more looks the next time. What is near, or where the ego is going, is
 * believed at once. Owned by one tracker.
 */
final class LostPlaces {
  /** Nearer than this, or than it takes to stop, nobody is doubted. */
  private static final double RANGE_M_MIN = 30.0;

  /** Nearer to the ego's way nothing is doubted: its lane and half of the next. */
  private static final double ASIDE_M_MIN = 4.0;

  /** As {@link #ASIDE_M_MIN}, for people, who step into it. */
  private static final double ASIDE_M_MIN_VULNERABLE = 8.0;

  /** More sightings are no chance. */
  private static final int HITS_MAX = 8;

  private static final double NEAR_M = 1.5;
  private static final long MEMORY_NS = 5_000_000_000L;

  private final List<Place> places = new ArrayList<>();

  /** Where and when it was lost. */
  private record Place(Vec2 position, long timeNs) {}

  void clear() {
    places.clear();
  }

  /** Takes note of a track that has ended. */
  void remember(TrackedObject lost, EgoWay way, long timeNs) {
    places.removeIf(place -> timeNs - place.timeNs() > MEMORY_NS);
    if (lost.isConfirmed
        && lost.hits <= HITS_MAX
        && lost.isMissedInView()
        && isDoubtful(lost, way)) {
      places.add(new Place(lost.pose().position(), timeNs));
    }
  }

  /** Whether a young track may be the same nobody again. */
  boolean isOneOf(TrackedObject young, EgoWay way, long timeNs) {
    Vec2 position = young.pose().position();
    return isDoubtful(young, way)
        && places.stream()
            .anyMatch(place -> timeNs - place.timeNs() <= MEMORY_NS
                && place.position().distanceTo(position) < NEAR_M);
  }

  private static boolean isDoubtful(TrackedObject object, EgoWay way) {
    Vec2 place = object.pose().position();
    boolean isVulnerable =
        object.objectClass().isVulnerable() || object.lastVerdict().isVulnerable();
    return !object.isClear()
        && way.distanceM(place) > Math.max(RANGE_M_MIN, way.stoppingM())
        && way.asideM(place) > (isVulnerable ? ASIDE_M_MIN_VULNERABLE : ASIDE_M_MIN);
  }
}
