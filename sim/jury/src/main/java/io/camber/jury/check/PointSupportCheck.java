package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * U9: three detections in one place, of the map or beside the ego, with less than a tenth of the lidar points that a box of their size and distance should have.
 * Expected is one point for each beam that would meet the face turned to the sensor, of a sensor with beams {@value #ACROSS_DEGREES}
 * degrees apart across and {@value #ALONG_DEGREES} up. One look that is thin, such as between two parked cars, begins no track;
 * what stands behind something else is not expected to have all of its points.
 */
final class PointSupportCheck implements Check {
  private static final double ACROSS_DEGREES = 0.2;
  private static final double ALONG_DEGREES = 1.0;
  private static final double SHARE_MIN = 0.1;
  private static final double RANGE_M_MAX = 60.0;

  /** Fewer expected points than this say nothing. */
  private static final double EXPECTED_MIN = 40.0;

  private static final int LOOKS_MIN = 3;
  private static final long GAP_NS_MAX = 500_000_000L;
  private static final double NEAR_M = 2.0;

  private Pose2 mapFromBase = new Pose2(0.0, 0.0, 0.0);
  private List<Thin> before = new ArrayList<>();

  /** Where detections had too few points, in the map and seen from the ego. */
  private record Thin(Vec2 place, Vec2 seen, long timeNs, int looks) {
    boolean isNear(Vec2 otherPlace, Vec2 otherSeen) {
      return place.distanceTo(otherPlace) < NEAR_M || seen.distanceTo(otherSeen) < NEAR_M;
    }
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      mapFromBase = pose.mapFromBase().toPose2();
    } else if (value instanceof Detections detections) {
      long now = detections.timeNs();
      List<Thin> thin = new ArrayList<>();
      for (Detection one : detections.detections()) {
        if (isThin(one) && !isHidden(one, detections.detections())) {
          Vec2 seen = one.center().position();
          Vec2 place = mapFromBase.apply(seen);
          int looks = 1 + looksAt(place, seen, now);
          thin.add(new Thin(place, seen, now, looks));
          if (looks >= LOOKS_MIN) {
            alarms.accept(alarm(one, now));
          }
        }
      }
      before.stream().filter(old -> isFresh(old, now)).forEach(thin::add);
      before = thin;
    }
  }

  private int looksAt(Vec2 place, Vec2 seen, long now) {
    return before.stream()
        .filter(old -> isFresh(old, now) && old.isNear(place, seen))
        .mapToInt(Thin::looks)
        .max()
        .orElse(0);
  }

  private static boolean isFresh(Thin old, long now) {
    return now - old.timeNs() <= GAP_NS_MAX;
  }

  /** Whether something nearer takes beams away from it. */
  private static boolean isHidden(Detection one, List<Detection> all) {
    Vec2 sight = one.center().position();
    double range = sight.length();
    return all.stream().filter(other -> !other.equals(one)).anyMatch(other -> {
      Vec2 place = other.center().position();
      double along = place.dot(sight) / range;
      double across = Math.abs(place.cross(sight)) / range;
      double reach = 0.5 * (other.size().lengthM() + one.size().lengthM());
      return along > 0.0 && along < range && across < reach;
    });
  }

  private static boolean isThin(Detection one) {
    double range = one.center().position().length();
    double expected = expected(one, range);
    return one.objectClass() != ObjectClass.UNKNOWN
        && one.pointCount() > 0
        && range < RANGE_M_MAX
        && expected > EXPECTED_MIN
        && one.pointCount() < SHARE_MIN * expected;
  }

  private static Alarm alarm(Detection one, long now) {
    double range = one.center().position().length();
    return new Alarm(
        now,
        "U9",
        Owner.PERCEPTION,
        Classes.label(one.objectClass()),
        String.format(Locale.ROOT, "detection at %.0f m", range),
        1.0,
        String.format(
            Locale.ROOT,
            "a %s with %d points, %.0f expected",
            Classes.label(one.objectClass()),
            one.pointCount(),
            expected(one, range)));
  }

  private static double expected(Detection one, double rangeM) {
    double across = Math.min(one.size().widthM(), one.size().lengthM());
    double columns = across / (rangeM * Math.toRadians(ACROSS_DEGREES));
    double rows = one.size().heightM() / (rangeM * Math.toRadians(ALONG_DEGREES));
    return columns * rows;
  }
}
