package io.camber.sim.traffic.network;

import io.camber.map.LaneSegment;

/** A stretch of a lane segment between two stations, in driving direction. */
record Piece(LaneSegment lane, double from, double to) {
  double lengthM() {
    return to - from;
  }
}
