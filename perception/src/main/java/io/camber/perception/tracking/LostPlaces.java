package io.camber.perception.tracking;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Where something far away was taken for somebody by a few poor looks and then lost in plain view: a piece of a hedge that passes for a
 * person now and then, always in the same place. It takes more looks the next time. What is near is believed at once. Owned by one
 * tracker.
 */
final class LostPlaces {
  /** Nearer than this nobody is doubted: at 14 m/s and 4 m/s2 a car stops within 25 m. */
  private static final double RANGE_M_MIN = 30.0;

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
  void remember(TrackedObject lost, Vec2 sensor, long timeNs) {
    places.removeIf(place -> timeNs - place.timeNs() > MEMORY_NS);
    if (lost.isConfirmed
        && lost.hits <= HITS_MAX
        && lost.missesInView() > 0
        && isDoubtful(lost, sensor)) {
      places.add(new Place(lost.pose().position(), timeNs));
    }
  }

  /** Whether a young track may be the same nobody again. */
  boolean isOneOf(TrackedObject young, Vec2 sensor, long timeNs) {
    Vec2 position = young.pose().position();
    return isDoubtful(young, sensor)
        && places.stream()
            .anyMatch(place -> timeNs - place.timeNs() <= MEMORY_NS
                && place.position().distanceTo(position) < NEAR_M);
  }

  private static boolean isDoubtful(TrackedObject object, Vec2 sensor) {
    return !object.isClear() && object.pose().position().distanceTo(sensor) > RANGE_M_MIN;
  }
}
