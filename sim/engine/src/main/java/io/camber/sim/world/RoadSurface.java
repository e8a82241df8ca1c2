package io.camber.sim.world;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;

/**
 * How the road carries a car: three points of it rest on the surface, the middle of the front axle and the two rear
 * wheels. The wheelbase therefore rounds off kinks in the elevation as it does for a real car. Where roads cross at two
 * levels the car stays on the level it was on.
 */
final class RoadSurface {
  /** A larger change of elevation within one step is another road above or below. */
  private static final double STEP_M_MAX = 1.0;

  /** Steeper than any road; bounds what a broken elevation profile can do. */
  private static final double TILT_MAX = 0.35;

  private final RoadMap map;
  private final double wheelbaseM;
  private final double halfTrackM;

  RoadSurface(RoadMap map, double wheelbaseM, double trackM) {
    this.map = map;
    this.wheelbaseM = wheelbaseM;
    halfTrackM = trackM / 2.0;
  }

  /** The pose on the road; {@code nearZ} is the elevation it was at a moment ago. */
  Pose3 place(Pose2 mapFromBase, double nearZ) {
    double left = elevation(mapFromBase.apply(new Vec2(0.0, halfTrackM)), nearZ);
    double right = elevation(mapFromBase.apply(new Vec2(0.0, -halfTrackM)), nearZ);
    double front = elevation(mapFromBase.apply(new Vec2(wheelbaseM, 0.0)), nearZ);
    double rear = 0.5 * (left + right);
    return new Pose3(
        mapFromBase.x(),
        mapFromBase.y(),
        rear,
        mapFromBase.yaw(),
        tilt(rear - front, wheelbaseM),
        tilt(left - right, 2.0 * halfTrackM));
  }

  private double elevation(Vec2 point, double nearZ) {
    double nearest = map.elevation(point.x(), point.y());
    if (Math.abs(nearest - nearZ) <= STEP_M_MAX) {
      return nearest;
    }
    return map.project(new Vec3(point.x(), point.y(), nearZ))
        .map(place -> place.lane().centerAt(place.s()).z())
        .orElse(nearest);
  }

  private static double tilt(double rise, double run) {
    double angle = StrictMath.atan2(rise, run);
    return Math.max(-TILT_MAX, Math.min(TILT_MAX, angle));
  }
}
