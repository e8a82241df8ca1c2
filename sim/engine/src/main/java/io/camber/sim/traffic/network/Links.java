package io.camber.sim.traffic.network;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which strips follow one another and which lie beside one another. */
final class Links {
  /** Side windows shorter than this are not worth a lane change. */
  private static final double WINDOW_M_MIN = 5.0;

  private final RoadMap map;
  private final List<Strip> strips;
  private final Map<String, List<Place>> placesOfLane = new LinkedHashMap<>();
  final List<List<Integer>> next = new ArrayList<>();
  final List<List<Integer>> previous = new ArrayList<>();
  final List<List<Side>> sides = new ArrayList<>();

  /** A piece and where it lies on its strip. */
  private record Place(int strip, double offset, Piece piece) {}

  /**
   * Beside stations [from, to] of a strip lies another, and cars may change to it. Its station is {@code base} + ratio (s - from).
   *
   * @param left true when it lies on the driver's left
   */
  record Side(double from, double to, int target, double base, double ratio, boolean left) {}

  Links(RoadMap map, List<Strip> strips) {
    this.map = map;
    this.strips = strips;
    for (Strip strip : strips) {
      double offset = 0.0;
      for (Piece piece : strip.pieces()) {
        placesOfLane
            .computeIfAbsent(piece.lane().id(), id -> new ArrayList<>())
            .add(new Place(strip.index(), offset, piece));
        offset += piece.lengthM();
      }
      next.add(new ArrayList<>());
      previous.add(new ArrayList<>());
    }
    for (Strip strip : strips) {
      for (int n : following(strip)) {
        next.get(strip.index()).add(n);
        previous.get(n).add(strip.index());
      }
    }
    for (Strip strip : strips) {
      sides.add(sidesOf(strip));
    }
  }

  private List<Integer> following(Strip strip) {
    List<Integer> found = new ArrayList<>();
    Piece last = strip.last();
    if (last.to() < last.lane().lengthM()) {
      for (Place place : placesOfLane.getOrDefault(last.lane().id(), List.of())) {
        if (place.piece().from() == last.to()) {
          found.add(place.strip());
        }
      }
      return found;
    }
    for (String id : last.lane().successors()) {
      for (Place place : placesOfLane.getOrDefault(id, List.of())) {
        if (place.piece().from() == 0.0 && !found.contains(place.strip())) {
          found.add(place.strip());
        }
      }
    }
    return found;
  }

  private List<Side> sidesOf(Strip strip) {
    List<Side> found = new ArrayList<>();
    double offset = 0.0;
    for (Piece piece : strip.pieces()) {
      LaneSegment lane = piece.lane();
      if (!lane.inJunction()) {
        double middle = 0.5 * (piece.from() + piece.to());
        if (lane.mayChangeLeft(middle)) {
          addSides(found, strip, piece, offset, lane.leftNeighbour(), true);
        }
        if (lane.mayChangeRight(middle)) {
          addSides(found, strip, piece, offset, lane.rightNeighbour(), false);
        }
      }
      offset += piece.lengthM();
    }
    return found;
  }

  private void addSides(
      List<Side> found,
      Strip strip,
      Piece piece,
      double offset,
      Optional<String> neighbour,
      boolean left) {
    if (neighbour.isEmpty()) {
      return;
    }
    LaneSegment own = piece.lane();
    LaneSegment other = map.lane(neighbour.get());
    for (Place place : placesOfLane.getOrDefault(other.id(), List.of())) {
      Piece theirs = place.piece();
      double a = Math.max(piece.from(), own.fromRoadS(other.toRoadS(theirs.from())));
      double b = Math.min(piece.to(), own.fromRoadS(other.toRoadS(theirs.to())));
      if (b - a < WINDOW_M_MIN || place.strip() == strip.index()) {
        continue;
      }
      double ta = other.fromRoadS(own.toRoadS(a));
      double tb = other.fromRoadS(own.toRoadS(b));
      double base = place.offset() + ta - theirs.from();
      found.add(new Side(
          offset + a - piece.from(),
          offset + b - piece.from(),
          place.strip(),
          base,
          (tb - ta) / (b - a),
          left));
    }
  }

  Strip strip(int index) {
    return strips.get(index);
  }
}
