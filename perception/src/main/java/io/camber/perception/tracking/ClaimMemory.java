package io.camber.perception.tracking;

import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Where claims of vehicles stay put: a car under a tree is never seen free of it, but claimed in one place look after look, which
 * crowns, hedges and walls are not. People are not remembered, since a trunk is one in every look. Owned by one tracker.
 */
final class ClaimMemory {
  /** So many looks make somebody of it. */
  static final int LOOKS = 10;

  private static final long GAP_NS_MAX = 500_000_000L;

  /** From the mean of the claims before: a body that is partly hidden looks longer and shorter by turns. */
  private static final double NEAR_M = 1.0;

  /** Share of the way by which the mean follows. */
  private static final double FOLLOW = 0.2;

  private final List<Place> places = new ArrayList<>();

  /** Claims of one place. */
  private static final class Place {
    private Vec2 mean;
    private int looks;
    private long lastNs;

    Place(Vec2 first) {
      mean = first;
    }

    void add(Vec2 position, long timeNs) {
      mean = mean.plus(position.minus(mean).times(FOLLOW));
      looks++;
      lastNs = timeNs;
    }
  }

  void clear() {
    places.clear();
  }

  /** Takes in the claims of one look that are of nobody known, and returns those that were made often enough; these it forgets. */
  List<Sighting> steady(List<Sighting> claims, long timeNs) {
    places.removeIf(place -> timeNs - place.lastNs > GAP_NS_MAX);
    List<Sighting> steady = new ArrayList<>();
    for (Sighting claim : claims) {
      ObjectClass taken = claim.detection().objectClass();
      if (taken != ObjectClass.UNKNOWN && !taken.isVulnerable()) {
        Place place = placeOf(claim.center().position(), timeNs);
        place.add(claim.center().position(), timeNs);
        if (place.looks >= LOOKS) {
          steady.add(claim);
          places.remove(place);
        }
      }
    }
    return steady;
  }

  /** The nearest place that has no claim of this look yet, or a new one. */
  private Place placeOf(Vec2 position, long timeNs) {
    Place nearest = null;
    double least = NEAR_M;
    for (Place place : places) {
      double distance = place.mean.distanceTo(position);
      if (place.lastNs < timeNs && distance < least) {
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
