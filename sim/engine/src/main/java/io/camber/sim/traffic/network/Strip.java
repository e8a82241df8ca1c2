package io.camber.sim.traffic.network;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import java.util.List;

/**
 * Pieces that follow one another without a choice and become one lane of the network. Stations run from 0 to {@link #lengthM()}.
 *
 * @param cut true when it begins at a stop line in the middle of a lane segment
 */
record Strip(int index, List<Piece> pieces, boolean cut) {
  Strip {
    pieces = List.copyOf(pieces);
  }

  Piece first() {
    return pieces.get(0);
  }

  Piece last() {
    return pieces.get(pieces.size() - 1);
  }

  double lengthM() {
    double length = 0.0;
    for (Piece piece : pieces) {
      length += piece.lengthM();
    }
    return length;
  }

  boolean inJunction() {
    return first().lane().inJunction();
  }

  Pose3 poseAt(double s) {
    Spot spot = spotAt(s);
    return spot.piece().lane().centerAt(spot.station());
  }

  double widthAt(double s) {
    Spot spot = spotAt(s);
    return spot.piece().lane().widthAt(spot.station());
  }

  double speedLimitMpsAt(double s) {
    Spot spot = spotAt(s);
    return spot.piece().lane().speedLimitMpsAt(spot.station());
  }

  /** The lane segment at a station. */
  LaneSegment laneAt(double s) {
    return spotAt(s).piece().lane();
  }

  /** The station on that lane segment. */
  double laneStationAt(double s) {
    return spotAt(s).station();
  }

  /** A piece and the station on its lane segment. */
  private record Spot(Piece piece, double station) {}

  private Spot spotAt(double s) {
    double rest = s;
    for (int i = 0; i < pieces.size() - 1; i++) {
      Piece piece = pieces.get(i);
      if (rest <= piece.lengthM()) {
        return new Spot(piece, piece.from() + rest);
      }
      rest -= piece.lengthM();
    }
    return new Spot(last(), Math.min(last().to(), last().from() + rest));
  }

  /** Narrowest lane width at the ends and the middles of the pieces. */
  double widthM() {
    double width = Double.POSITIVE_INFINITY;
    for (Piece piece : pieces) {
      LaneSegment lane = piece.lane();
      width = Math.min(width, lane.widthAt(0.5 * (piece.from() + piece.to())));
    }
    return width;
  }
}
