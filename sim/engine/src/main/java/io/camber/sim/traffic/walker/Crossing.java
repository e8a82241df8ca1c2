package io.camber.sim.traffic.walker;

import io.camber.geometry.Vec2;
import io.camber.map.Crosswalk;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A straight way over a crosswalk, square to the first lane under it, and the lanes that it leads over.
 *
 * @param start on the pavement
 * @param yaw of the way
 * @param lengthM from pavement to pavement
 */
record Crossing(Vec2 start, double z, double yaw, double lengthM, List<Strip> strips) {
  /** People wait and arrive so far beside the crosswalk. */
  private static final double KERB_M = 0.7;

  /** Lanes are looked at in steps of this. */
  private static final double STEP_M = 0.5;

  /**
   * What the crosswalk takes of a lane.
   *
   * @param from first station on the crosswalk
   * @param to last station on it
   * @param wayM where the way meets the lane's middle
   */
  record Strip(int lane, double from, double to, double wayM, double halfWidthM) {}

  /** Stations [from, to] of a lane lie on a crosswalk; x and y are those of the middle between, z and yaw those of the last. */
  private record Overlap(
      int lane, double from, double to, double x, double y, double z, double yaw) {}

  Crossing {
    strips = List.copyOf(strips);
  }

  /** The way over a crosswalk; none when no lane of the network runs over it. */
  static Optional<Crossing> of(Crosswalk crosswalk, LaneNetwork network) {
    List<Overlap> overlaps = new ArrayList<>();
    for (int lane = 0; lane < network.lanes(); lane++) {
      overlap(crosswalk.outline(), network, lane).ifPresent(overlaps::add);
    }
    return overlaps.isEmpty()
        ? Optional.empty()
        : Optional.of(of(crosswalk.outline(), network, overlaps));
  }

  private static Optional<Overlap> overlap(List<Vec2> outline, LaneNetwork network, int lane) {
    double[] pose = new double[6];
    double from = Double.NaN;
    double to = Double.NaN;
    double z = 0.0;
    double yaw = 0.0;
    for (double s = 0.0; s <= network.lengthM(lane); s += STEP_M) {
      network.poseAt(lane, s, pose);
      if (contains(outline, pose[0], pose[1])) {
        from = Double.isNaN(from) ? s : from;
        to = s;
        z = pose[2];
        yaw = pose[3];
      }
    }
    if (!(to - from >= STEP_M)) {
      return Optional.empty();
    }
    network.poseAt(lane, 0.5 * (from + to), pose);
    return Optional.of(new Overlap(lane, from, to, pose[0], pose[1], z, yaw));
  }

  private static Crossing of(List<Vec2> outline, LaneNetwork network, List<Overlap> overlaps) {
    double yaw = overlaps.get(0).yaw() + 0.5 * Math.PI;
    Vec2 along = new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw));
    Vec2 middle = Vec2.ZERO;
    double near = Double.POSITIVE_INFINITY;
    double far = Double.NEGATIVE_INFINITY;
    for (Vec2 corner : outline) {
      middle = middle.plus(corner.times(1.0 / outline.size()));
      near = Math.min(near, corner.dot(along));
      far = Math.max(far, corner.dot(along));
    }
    Vec2 start = middle.plus(along.times(near - KERB_M - middle.dot(along)));
    List<Strip> strips = new ArrayList<>();
    for (Overlap overlap : overlaps) {
      double way = new Vec2(overlap.x(), overlap.y()).minus(start).dot(along);
      double halfWidth = 0.5 * network.widthAt(overlap.lane(), overlap.from());
      strips.add(new Strip(overlap.lane(), overlap.from(), overlap.to(), way, halfWidth));
    }
    return new Crossing(start, overlaps.get(0).z(), yaw, far - near + 2.0 * KERB_M, strips);
  }

  /** Whether a point lies in a polygon: a ray to one side meets its edges an odd number of times. */
  private static boolean contains(List<Vec2> outline, double x, double y) {
    boolean inside = false;
    Vec2 b = outline.get(outline.size() - 1);
    for (Vec2 a : outline) {
      boolean spans = a.y() > y != b.y() > y;
      if (spans && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
        inside = !inside;
      }
      b = a;
    }
    return inside;
  }
}
