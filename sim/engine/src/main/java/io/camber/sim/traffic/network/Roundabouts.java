package io.camber.sim.traffic.network;

import io.camber.geometry.Angles;
import io.camber.map.LaneSegment;
import java.util.List;

/** Finds the lanes that circle: ways back to themselves that are short, one-way and turn to one side only. */
final class Roundabouts {
  private static final double RING_M_MAX = 350.0;
  private static final double TURN_MAX = 2.3 * Math.PI;
  private static final double TURN_MIN = 1.7 * Math.PI;

  /** A ring's own lanes may swing outwards so far at an entry. */
  private static final double OUTWARD = 0.4;

  private static final int DEPTH_MAX = 24;

  private final List<Strip> strips;
  private final Links links;
  private final double[] turn;
  private final boolean[] ring;
  private final boolean[] onWay;

  private Roundabouts(List<Strip> strips, Links links, double[] turn) {
    this.strips = strips;
    this.links = links;
    this.turn = turn;
    this.ring = new boolean[strips.size()];
    this.onWay = new boolean[strips.size()];
  }

  static boolean[] find(List<Strip> strips, Links links, double[] turn) {
    Roundabouts search = new Roundabouts(strips, links, turn);
    for (Strip strip : strips) {
      if (!search.ring[strip.index()] && search.mayBelong(strip.index())) {
        search.circles(strip.index(), strip.index(), 0.0, 0.0, 0);
      }
    }
    return search.ring;
  }

  private boolean circles(int start, int at, double lengthM, double turned, int depth) {
    double length = lengthM + strips.get(at).lengthM();
    double angle = turned + inward(at);
    if (length > RING_M_MAX || angle > TURN_MAX || depth > DEPTH_MAX) {
      return false;
    }
    onWay[at] = true;
    boolean closed = false;
    for (int next : links.next.get(at)) {
      double joint = joint(at, next);
      if (next == start) {
        closed |= angle + joint > TURN_MIN && angle + joint < TURN_MAX;
      } else if (!closed && !onWay[next] && mayBelong(next)) {
        closed = circles(start, next, length, angle + joint, depth + 1);
      }
    }
    onWay[at] = false;
    ring[at] |= closed;
    return closed;
  }

  /** Change of direction where two strips meet; nearly nothing on a clean map. */
  private double joint(int at, int next) {
    Strip from = strips.get(at);
    double change = Angles.difference(
        strips.get(next).poseAt(0.0).yaw(), from.poseAt(from.lengthM()).yaw());
    return leftHand(at) ? -change : change;
  }

  private double inward(int strip) {
    return leftHand(strip) ? -turn[strip] : turn[strip];
  }

  private boolean leftHand(int strip) {
    return strips.get(strip).first().lane().road().isLeftHandTraffic();
  }

  private boolean mayBelong(int strip) {
    return inward(strip) > -OUTWARD && isOneWay(strips.get(strip));
  }

  private static boolean isOneWay(Strip strip) {
    for (Piece piece : strip.pieces()) {
      LaneSegment lane = piece.lane();
      boolean opposed = lane.road().sections().get(lane.sectionIndex()).lanes().stream()
          .anyMatch(other -> other.type().isDrivable()
              && Integer.signum(other.number()) != Integer.signum(lane.number()));
      if (opposed) {
        return false;
      }
    }
    return true;
  }
}
