package io.camber.sim.scenario.road;

import io.camber.map.LaneSegment;
import io.camber.map.road.Road;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Walks a place along its lane and over the lane's end into the next: the way of the route, else the one that turns least.
 * Keeps the lane offset and the body's yaw relative to the way travelled; the body itself is for the caller to move.
 */
final class LaneWalk {
  private static final int LINKS_MAX = 32;
  private static final double BORDER_M = 1e-12;

  /** How far behind a section's end the next section is looked up. */
  private static final double BEYOND_M = 1e-3;

  /** Turns that differ by less are the same turn; of two such turns the left one is taken. */
  private static final double SAME_TURN = 1e-9;

  private final RoadNet net;
  private final NetworkPlace place;
  private final BodyPose body;

  private @Nullable IntUnaryOperator wanderer;

  /** Which way s runs after the last crossing. */
  private boolean crossedUp;

  LaneWalk(RoadNet net, NetworkPlace place, BodyPose body) {
    this.net = net;
    this.place = place;
    this.body = body;
  }

  /** Walks along increasing s by {@code distance}. False when the way ended; the place is then the end. */
  boolean along(double distance, @Nullable RoutePath route) {
    double step = distance;
    place.setAtEnd(false);
    for (int i = 0; i < LINKS_MAX; i++) {
      double target = place.s() + step;
      if (target >= place.sectionStartS() - BORDER_M && target <= place.sectionEndS() + BORDER_M) {
        place.setS(Math.max(place.sectionStartS(), Math.min(place.sectionEndS(), target)));
        leaveVanishedLane();
        return true;
      }
      boolean up = step > 0.0;
      double border = up ? place.sectionEndS() : place.sectionStartS();
      double remaining = Math.abs(target - border);
      if (!cross(up, route)) {
        place.setS(border);
        place.setAtEnd(true);
        return false;
      }
      step = crossedUp ? remaining : -remaining;
    }
    return true;
  }

  /** Steps over the end of the lane segment; {@link #crossedUp} says which way s runs afterwards. */
  private boolean cross(boolean up, @Nullable RoutePath route) {
    LaneSegment lane = place.lane();
    Road road = place.road();
    if (lane == null || road == null) {
      return false;
    }
    Travel travel = up == lane.isAlongRoad() ? Travel.WITH_LANE : Travel.AGAINST_LANE;
    List<LaneSegment> candidates = net.next(lane, travel);
    if (!candidates.isEmpty() && leadsNowhere(road, candidates.get(0), up)) {
      return false;
    }
    if (candidates.isEmpty()) {
      return crossWithoutLink(road, up);
    }
    LaneSegment next =
        candidates.size() == 1 ? candidates.get(0) : choose(road, candidates, travel, up, route);
    // the lane runs the same way on both sides of a link, the road may not
    crossedUp = (travel == Travel.WITH_LANE) == next.isAlongRoad();
    place.enter(
        next.roadId().equals(road.id())
            ? road
            : net.map().findRoad(next.roadId()).orElseThrow(),
        next);
    place.setS(crossedUp ? place.sectionStartS() : place.sectionEndS());
    if (crossedUp != up) {
      body.reverseRoad();
      place.setOffset(-place.offset());
    }
    return true;
  }

  /** A road that names nothing at its end ends there, even if another road names it. */
  private static boolean leadsNowhere(Road road, LaneSegment next, boolean up) {
    return !next.roadId().equals(road.id())
        && (up ? road.successor() : road.predecessor()).isEmpty();
  }

  /** A lane that has narrowed to nothing has ended: the nearest one beside it takes over. */
  private void leaveVanishedLane() {
    LaneSegment lane = place.lane();
    Road here = place.road();
    if (lane == null || here == null || !net.vanishes(lane)) {
      return;
    }
    double s = place.s();
    if (lane.widthAtRoadS(s) > RoadNet.WIDTH_M_MIN) {
      return;
    }
    Optional<LaneSegment> next = net.nearestLane(here, s, net.centerT(here, lane, s));
    if (next.isPresent()) {
      place.enter(here, next.get());
      place.setS(s);
      place.setOffset(0.0);
    }
  }

  /** Within a road, a lane that ends without a link goes over into the nearest lane of the next section. */
  private boolean crossWithoutLink(Road here, boolean up) {
    double border = up ? place.sectionEndS() : place.sectionStartS();
    double beyond = border + (up ? BEYOND_M : -BEYOND_M);
    if (beyond < 0.0 || beyond > here.lengthM()) {
      return false;
    }
    Optional<LaneSegment> next = net.nearestLane(here, beyond, place.tOf(body.x(), body.y()));
    if (next.isEmpty()) {
      return false;
    }
    place.enter(here, next.get());
    place.setS(border);
    place.setOffset(0.0);
    crossedUp = up;
    return true;
  }

  void setWanderer(@Nullable IntUnaryOperator chooser) {
    wanderer = chooser;
  }

  private LaneSegment choose(
      Road road,
      List<LaneSegment> candidates,
      Travel travel,
      boolean up,
      @Nullable RoutePath route) {
    if (wanderer != null) {
      return candidates.get(wanderer.applyAsInt(candidates.size()));
    }
    if (route != null) {
      // off its route, or beyond its end, an entity takes the junction's first connection, as in
      // esmini
      return route.choose(net, road.id(), candidates, travel).orElse(candidates.get(0));
    }
    double travelYaw = up ? body.roadYaw() : body.roadYaw() + Math.PI;
    LaneSegment best = candidates.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (LaneSegment candidate : candidates) {
      double turn = net.turn(candidate, travel, travelYaw);
      double size = Math.abs(turn);
      if (size < least - SAME_TURN || (size < least + SAME_TURN && turn > SAME_TURN)) {
        least = size;
        best = candidate;
      }
    }
    return best;
  }
}
