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

  /** From the first claim: a body that is partly hidden looks longer and shorter by turns. */
  private static final double NEAR_M = 1.0;

  /** Between the means of the first and of the last half of the looks: what slides is a piece of something. */
  private static final double DRIFT_M_MAX = 0.5;

  private final List<Place> places = new ArrayList<>();

  /** Claims of one place, all of cars or all of larger vehicles. */
  private static final class Place {
    private final List<Vec2> seen = new ArrayList<>();
    private final boolean isLarge;
    private long lastNs;

    Place(boolean isLarge) {
      this.isLarge = isLarge;
    }

    void add(Vec2 position, long timeNs) {
      seen.add(position);
      lastNs = timeNs;
    }

    Vec2 first() {
      return seen.get(0);
    }

    boolean isComplete() {
      return seen.size() >= LOOKS;
    }

    boolean staysPut() {
      int half = seen.size() / 2;
      return mean(0, half).distanceTo(mean(half, seen.size())) < DRIFT_M_MAX;
    }

    Vec2 mean(int from, int to) {
      Vec2 sum = Vec2.ZERO;
      for (Vec2 one : seen.subList(from, to)) {
        sum = sum.plus(one);
      }
      return sum.times(1.0 / (to - from));
    }
  }

  void clear() {
    places.clear();
  }

  /** Takes in the claims of one look that are of nobody known, and returns those that were made often enough, put at their mean; these it forgets. */
  List<Sighting> steady(List<Sighting> claims, long timeNs) {
    places.removeIf(place -> timeNs - place.lastNs > GAP_NS_MAX);
    List<Sighting> steady = new ArrayList<>();
    for (Sighting claim : claims) {
      ObjectClass taken = claim.detection().objectClass();
      if (taken != ObjectClass.UNKNOWN && !taken.isVulnerable()) {
        boolean isLarge = taken == ObjectClass.TRUCK || taken == ObjectClass.BUS;
        Place place = placeOf(claim.center().position(), isLarge, timeNs);
        place.add(claim.center().position(), timeNs);
        if (place.isComplete()) {
          places.remove(place);
          if (place.staysPut()) {
            steady.add(claim.at(place.mean(0, LOOKS)));
          }
        }
      }
    }
    return steady;
  }

  /** The nearest place that has no claim of this look yet, or a new one. */
  private Place placeOf(Vec2 position, boolean isLarge, long timeNs) {
    Place nearest = null;
    double least = NEAR_M;
    for (Place place : places) {
      double distance = place.first().distanceTo(position);
      if (place.isLarge == isLarge && place.lastNs < timeNs && distance < least) {
        nearest = place;
        least = distance;
      }
    }
    if (nearest == null) {
      nearest = new Place(isLarge);
      places.add(nearest);
    }
    return nearest;
  }
}
