package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadDistance;
import java.util.Optional;

/**
 * Distances between entities. Signs follow the first entity: longitudinal positive ahead, lateral positive to its left.
 * Free-space distances are between bounding boxes, the others between reference points.
 */
public final class Distances {
  private static final double FAR_M = 1e6;
  /** More height between two entities than this and they are on different levels of road. */
  private static final double LEVEL_M = 3.0;

  private Distances() {}

  /** What is measured and how. */
  public record Measure(Frame frame, DistanceKind kind, boolean freeSpace) {}

  /** The distance; empty when no road joins the two. */
  public static Optional<Double> between(Entity from, Entity to, Measure measure) {
    boolean straight = isStraight(measure.kind());
    if (!measure.freeSpace()) {
      return betweenPoints(from.seen(), to.seen().cursor(), measure);
    }
    if (straight || measure.frame() == Frame.ENTITY || measure.frame() == Frame.WORLD) {
      return Optional.of(
          betweenBoxes(from, Outline.of(to), to.seen().cursor().yaw(), measure, straight));
    }
    return alongRoad(from, Outline.of(to), to.seen().cursor(), measure.kind());
  }

  /** The distance to a place. */
  public static Optional<Double> to(Entity from, RoadCursor place, Measure measure) {
    boolean straight = isStraight(measure.kind());
    if (!measure.freeSpace()) {
      return betweenPoints(from.seen(), place, measure);
    }
    Outline point = Outline.of(place.x(), place.y());
    if (straight || measure.frame() == Frame.ENTITY || measure.frame() == Frame.WORLD) {
      return Optional.of(betweenBoxes(from, point, place.yaw(), measure, straight));
    }
    return alongRoad(from, point, place, measure.kind());
  }

  private static boolean isStraight(DistanceKind kind) {
    return kind == DistanceKind.EUCLIDIAN_DISTANCE || kind == DistanceKind.CARTESIAN_DISTANCE;
  }

  private static Optional<Double> betweenPoints(Motion from, RoadCursor to, Measure measure) {
    RoadCursor cursor = from.cursor();
    double dx = to.x() - cursor.x();
    double dy = to.y() - cursor.y();
    double ahead = dx * StrictMath.cos(cursor.yaw()) + dy * StrictMath.sin(cursor.yaw());
    double left = -dx * StrictMath.sin(cursor.yaw()) + dy * StrictMath.cos(cursor.yaw());
    if (isStraight(measure.kind())) {
      return Optional.of((ahead > 0.0 ? 1.0 : -1.0) * StrictMath.hypot(dx, dy));
    }
    boolean lateral = measure.kind() == DistanceKind.LATERAL;
    return switch (measure.frame()) {
      case ENTITY, WORLD -> Optional.of(lateral ? left : ahead);
      case ROAD, LANE ->
        RoadDistance.between(cursor, to, FAR_M).map(d -> lateral ? d.dt() : d.ds());
      case TRAJECTORY ->
        Optional.of(from.trajectory()
            .map(run -> run.line().nearestStation(to.x(), to.y()) - run.station())
            .orElse(ahead));
    };
  }

  private static double betweenBoxes(
      Entity from, Outline to, double toYaw, Measure measure, boolean straight) {
    Outline own = Outline.of(from);
    double yaw = from.seen().cursor().yaw();
    if (straight) {
      double ahead = own.gap(to, yaw);
      return (ahead < 0.0 ? -1.0 : 1.0) * own.distance(to, yaw, toYaw);
    }
    double direction = measure.kind() == DistanceKind.LATERAL ? yaw + Math.PI / 2.0 : yaw;
    return own.gap(to, direction);
  }

  /** Road distance of the reference points less what the boxes stick out towards each other. */
  private static Optional<Double> alongRoad(
      Entity from, Outline to, RoadCursor there, DistanceKind kind) {
    RoadCursor here = from.seen().cursor();
    Outline own = Outline.of(from);
    boolean lateral = kind == DistanceKind.LATERAL;
    return RoadDistance.between(here, there, FAR_M).map(distance -> {
      double turn = lateral ? Math.PI / 2.0 : here.looksAlongRoad() ? 0.0 : Math.PI;
      double ownYaw = here.roadYaw() + turn;
      double otherYaw = there.roadYaw() + turn;
      double ownAt = here.x() * StrictMath.cos(ownYaw) + here.y() * StrictMath.sin(ownYaw);
      double otherAt = there.x() * StrictMath.cos(otherYaw) + there.y() * StrictMath.sin(otherYaw);
      double d = lateral ? distance.dt() : distance.ds();
      double ahead = d - (own.max(ownYaw) - ownAt) - (otherAt - to.min(otherYaw));
      double behind = -d - (ownAt - own.min(ownYaw)) - (to.max(otherYaw) - otherAt);
      if (ahead > 0.0) {
        return ahead;
      }
      return behind > 0.0 ? -behind : 0.0;
    });
  }

  /** Whether the bounding boxes overlap. */
  public static boolean collide(Entity a, Entity b) {
    RoadCursor ca = a.seen().cursor();
    RoadCursor cb = b.seen().cursor();
    double reach = a.model().size().lengthM()
        + b.model().size().lengthM()
        + a.model().size().widthM()
        + b.model().size().widthM()
        + Math.abs(a.model().centerX())
        + Math.abs(b.model().centerX());
    double dx = ca.x() - cb.x();
    double dy = ca.y() - cb.y();
    if (dx * dx + dy * dy > reach * reach || Math.abs(ca.z() - cb.z()) > LEVEL_M) {
      return false;
    }
    Outline oa = Outline.of(a);
    Outline ob = Outline.of(b);
    return oa.gap(ob, ca.yaw()) == 0.0
        && oa.gap(ob, ca.yaw() + Math.PI / 2.0) == 0.0
        && ob.gap(oa, cb.yaw()) == 0.0
        && ob.gap(oa, cb.yaw() + Math.PI / 2.0) == 0.0;
  }
}
