package io.camber.sim.world;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.RoadPosition;
import io.camber.map.road.LaneMaterial;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the road carries a car: the rear axle rests on the surface and takes its roll, the pitch is that of the line to the
 * front axle. The wheelbase therefore rounds off kinks in the elevation as it does for a real car. The car stays on its
 * road as long as it is within the road's lanes, so where roads cross or overlap the surface under it does not change.
 * Mutable: remembers the road.
 */
final class RoadSurface {
  /** How far along the road the car is looked for from step to step; far more than a car moves in 10 ms. */
  private static final double SEARCH_M = 5.0;

  /** Nearer to an end of a road than this, the next road may be meant. */
  private static final double END_M = 1e-6;

  /** Steeper than any road; bounds what a broken elevation profile can do. */
  private static final double TILT_MAX = 0.35;

  /** Files that say 0 mean that they do not know. */
  private static final double FRICTION_MIN = 0.02;

  private static final double FRICTION_MAX = 1.5;

  private final RoadMap map;
  private final double wheelbaseM;
  private @Nullable Road road;
  private double s;
  private double t;

  RoadSurface(RoadMap map, double wheelbaseM) {
    this.map = map;
    this.wheelbaseM = wheelbaseM;
  }

  /** The pose on the road; {@code nearZ} is the elevation it was at a moment ago, kept where there is no road at all. */
  Pose3 place(Pose2 mapFromBase, double nearZ) {
    if (!staysOnRoad(mapFromBase)) {
      findRoad(mapFromBase, nearZ);
    }
    Road carrying = road;
    if (carrying == null) {
      return new Pose3(mapFromBase.x(), mapFromBase.y(), nearZ, mapFromBase.yaw(), 0.0, 0.0);
    }
    Pose3 rear = carrying.poseAt(s, t);
    double turn = Angles.difference(mapFromBase.yaw(), rear.yaw());
    double cosine = StrictMath.cos(turn);
    double sine = StrictMath.sin(turn);
    return new Pose3(
        mapFromBase.x(),
        mapFromBase.y(),
        rear.z(),
        mapFromBase.yaw(),
        limit(pitch(carrying, rear, cosine, sine)),
        limit(rear.roll() * cosine + rear.pitch() * sine));
  }

  /**
   * What the lane under a side of the car makes of the friction of dry asphalt; 1 where the map is silent.
   *
   * @param yaw of the car that was placed last
   * @param leftM from its middle to its left
   */
  double frictionAt(double yaw, double leftM) {
    Road carrying = road;
    if (carrying == null) {
      return 1.0;
    }
    double along = StrictMath.cos(Angles.difference(yaw, carrying.headingAt(s)));
    double across = t + leftM * along;
    LaneSection section = carrying.sectionAt(s);
    double[] borders = section.bordersAt(s);
    for (int i = 0; i + 1 < borders.length; i++) {
      if (across <= borders[i] && across >= borders[i + 1]) {
        return section
            .lanes()
            .get(i)
            .materialAt(s)
            .map(LaneMaterial::frictionCoefficient)
            .filter(friction -> friction >= FRICTION_MIN)
            .map(friction -> Math.min(FRICTION_MAX, friction))
            .orElse(1.0);
      }
    }
    return 1.0;
  }

  private double pitch(Road carrying, Pose3 rear, double cosine, double sine) {
    double stretch = Math.max(0.2, 1.0 - carrying.curvatureAt(s) * t);
    double frontS = s + wheelbaseM * cosine / stretch;
    if (frontS < 0.0 || frontS > carrying.lengthM()) {
      return rear.pitch() * cosine - rear.roll() * sine;
    }
    double front = carrying.poseAt(frontS, t + wheelbaseM * sine).z();
    return StrictMath.atan2(rear.z() - front, wheelbaseM);
  }

  private boolean staysOnRoad(Pose2 pose) {
    Road known = road;
    if (known == null) {
      return false;
    }
    locate(known, pose, s);
    if (s < END_M || s > known.lengthM() - END_M) {
      return false;
    }
    double[] borders = known.sectionAt(s).bordersAt(s);
    return t <= borders[0] && t >= borders[borders.length - 1];
  }

  private void findRoad(Pose2 pose, double nearZ) {
    Optional<LanePosition> lane = map.project(new Vec3(pose.x(), pose.y(), nearZ));
    if (lane.isPresent()) {
      Road found = lane.get().lane().road();
      road = found;
      locate(found, pose, lane.get().lane().toRoadS(lane.get().s()));
      return;
    }
    Optional<RoadPosition> near = map.toRoad(pose.x(), pose.y());
    road = near.flatMap(place -> map.findRoad(place.roadId())).orElse(null);
    s = near.map(RoadPosition::s).orElse(0.0);
    t = near.map(RoadPosition::t).orElse(0.0);
  }

  private void locate(Road on, Pose2 pose, double guess) {
    double[] place = on.locate(
        pose.x(),
        pose.y(),
        guess,
        Math.max(0.0, guess - SEARCH_M),
        Math.min(on.lengthM(), guess + SEARCH_M));
    s = place[0];
    t = place[1];
  }

  private static double limit(double tilt) {
    return Math.max(-TILT_MAX, Math.min(TILT_MAX, tilt));
  }
}
