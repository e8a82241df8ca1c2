package io.camber.perception.tracking;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Where claims of people who are not known stay in one place: trunks and posts, which are somebody in every look. Whoever walks was
 * elsewhere, so none of them is he. Owned by one tracker.
 */
final class PostMemory {
  /** Claims of what stands are this close together; a walker leaves so much behind in three looks. */
  private static final double NEAR_M = 0.4;

  /** As often a place is claimed before it is one of something that stands. */
  private static final int LOOKS = 5;

  /** Trunks show between other things. */
  private static final long MEMORY_NS = 2_000_000_000L;

  private final List<Place> places = new ArrayList<>();

  private static final class Place {
    private final Vec2 first;
    private int looks;
    private long lastNs;

    Place(Vec2 first) {
      this.first = first;
    }
  }

  void clear() {
    places.clear();
  }

  /** Takes in the claims of one look that are of nobody known. */
  void see(List<Sighting> claims, long timeNs) {
    places.removeIf(place -> timeNs - place.lastNs > MEMORY_NS);
    for (Sighting claim : claims) {
      if (claim.detection().objectClass().isVulnerable()) {
        Place place = placeOf(claim.center().position());
        place.looks += place.lastNs < timeNs ? 1 : 0;
        place.lastNs = timeNs;
      }
    }
  }

  /** Whether something has stood where a claim is for a while. */
  boolean isPost(Sighting claim) {
    Vec2 position = claim.center().position();
    return places.stream()
        .anyMatch(place -> place.looks >= LOOKS && place.first.distanceTo(position) < NEAR_M);
  }

  private Place placeOf(Vec2 position) {
    Place nearest = null;
    double least = NEAR_M;
    for (Place place : places) {
      double distance = place.first.distanceTo(position);
      if (distance < least) {
        nearest = place;
        least = distance;
      }
    }
    if (nearest == null) {
      nearest = new Place(position);
      places.add(nearest);
    }
    return nearest;
  }
}
