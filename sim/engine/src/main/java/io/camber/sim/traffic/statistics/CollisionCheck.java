package io.camber.sim.traffic.statistics;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.sim.traffic.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds vehicles whose bodies overlap: by position along one axis first, then by their rectangles. */
final class CollisionCheck {
  private static final double LEVEL_M = 3.0;

  private final double[] pose = new double[6];

  /** Two vehicles that overlap. */
  record Pair(int a, int b) {}

  private record Body(int vehicle, Box2 box, double z) {
    double left() {
      return box.center().x() - box.radius();
    }

    double right() {
      return box.center().x() + box.radius();
    }
  }

  List<Pair> overlaps(Traffic traffic) {
    List<Body> bodies = new ArrayList<>();
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        Pose2 middle = new Pose2(pose[0], pose[1], pose[3]);
        bodies.add(
            new Body(v, new Box2(middle, traffic.lengthM(v), traffic.kind(v).widthM()), pose[2]));
      }
    }
    Body[] sorted = bodies.toArray(Body[]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(Body::left));
    List<Pair> found = new ArrayList<>();
    for (int i = 0; i < sorted.length; i++) {
      for (int k = i + 1; k < sorted.length && sorted[k].left() < sorted[i].right(); k++) {
        if (Math.abs(sorted[i].z() - sorted[k].z()) < LEVEL_M
            && sorted[i].box().intersects(sorted[k].box())) {
          int a = sorted[i].vehicle();
          int b = sorted[k].vehicle();
          found.add(new Pair(Math.min(a, b), Math.max(a, b)));
        }
      }
    }
    return found;
  }
}
