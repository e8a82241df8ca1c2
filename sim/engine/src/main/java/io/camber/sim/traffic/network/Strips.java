package io.camber.sim.traffic.network;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.SignalOnLane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Cuts lane segments at stop lines and joins what has one way in and one way out. */
final class Strips {
  /** A stop line so near to a junction belongs to the junction. */
  static final double JUNCTION_STOP_M = 25.0;

  /** No piece is shorter than this because of a cut. */
  private static final double PIECE_M_MIN = 3.0;

  private final RoadMap map;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, List<Integer>> piecesOfLane = new LinkedHashMap<>();
  private final List<List<Integer>> next = new ArrayList<>();
  private final List<List<Integer>> previous = new ArrayList<>();

  private Strips(RoadMap map) {
    this.map = map;
    for (LaneSegment lane : map.lanes()) {
      if (lane.isDrivable() && lane.lengthM() > 0.0) {
        cut(lane);
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      next.add(new ArrayList<>());
      previous.add(new ArrayList<>());
    }
    for (int i = 0; i < pieces.size(); i++) {
      for (int n : after(i)) {
        next.get(i).add(n);
        previous.get(n).add(i);
      }
    }
  }

  static List<Strip> of(RoadMap map) {
    return new Strips(map).join();
  }

  /** Whether a stop target of a lane belongs to the junction at the lane's end. */
  static boolean isBeforeJunction(RoadMap map, LaneSegment lane, SignalOnLane target) {
    return target.viaLaneId().isEmpty()
        && !lane.inJunction()
        && target.stopS() > lane.lengthM() - JUNCTION_STOP_M
        && leadsIntoJunction(map, lane);
  }

  private static boolean leadsIntoJunction(RoadMap map, LaneSegment lane) {
    return lane.successors().stream()
        .map(map::findLane)
        .flatMap(Optional::stream)
        .anyMatch(LaneSegment::inJunction);
  }

  private void cut(LaneSegment lane) {
    TreeSet<Double> cuts = new TreeSet<>();
    for (SignalOnLane target : lane.signals()) {
      boolean own = target.viaLaneId().isEmpty() && !lane.inJunction();
      boolean inside =
          target.stopS() > PIECE_M_MIN && target.stopS() < lane.lengthM() - PIECE_M_MIN;
      if (own && inside && !isBeforeJunction(map, lane, target)) {
        cuts.add(target.stopS());
      }
    }
    List<Integer> own = new ArrayList<>();
    double from = 0.0;
    for (double cut : cuts) {
      if (cut - from > PIECE_M_MIN) {
        own.add(pieces.size());
        pieces.add(new Piece(lane, from, cut));
        from = cut;
      }
    }
    own.add(pieces.size());
    pieces.add(new Piece(lane, from, lane.lengthM()));
    piecesOfLane.put(lane.id(), own);
  }

  private List<Integer> after(int i) {
    Piece piece = pieces.get(i);
    List<Integer> own = piecesOfLane.getOrDefault(piece.lane().id(), List.of());
    int rank = own.indexOf(i);
    if (rank + 1 < own.size()) {
      return List.of(own.get(rank + 1));
    }
    List<Integer> found = new ArrayList<>();
    for (String id : piece.lane().successors()) {
      List<Integer> theirs = piecesOfLane.get(id);
      if (theirs != null) {
        found.add(theirs.get(0));
      }
    }
    return found;
  }

  /** The piece that continues {@code i} in the same strip, or -1. */
  private int joined(int i) {
    if (next.get(i).size() != 1) {
      return -1;
    }
    int n = next.get(i).get(0);
    Piece piece = pieces.get(n);
    boolean sameArea = piece.lane().junctionId().equals(pieces.get(i).lane().junctionId());
    boolean sameRoad = !piece.lane().inJunction()
        || piece.lane().roadId().equals(pieces.get(i).lane().roadId());
    return previous.get(n).size() == 1 && sameArea && sameRoad && piece.from() == 0.0 ? n : -1;
  }

  private List<Strip> join() {
    int[] strip = new int[pieces.size()];
    Arrays.fill(strip, -1);
    boolean[] continued = new boolean[pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      int n = joined(i);
      if (n >= 0) {
        continued[n] = true;
      }
    }
    List<Strip> strips = new ArrayList<>();
    // closed rings have no first piece: what is left after the first pass starts anywhere
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < pieces.size(); i++) {
        if (strip[i] < 0 && (pass == 1 || !continued[i])) {
          strips.add(collect(i, strips.size(), strip));
        }
      }
    }
    return strips;
  }

  private Strip collect(int start, int index, int[] strip) {
    List<Piece> joined = new ArrayList<>();
    for (int i = start; i >= 0 && strip[i] < 0; i = joined(i)) {
      strip[i] = index;
      joined.add(pieces.get(i));
    }
    return new Strip(index, joined, pieces.get(start).from() > 0.0);
  }
}
