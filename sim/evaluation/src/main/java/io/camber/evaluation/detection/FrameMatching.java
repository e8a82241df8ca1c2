package io.camber.evaluation.detection;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detections and objects of one class in one frame, matched within one distance after the other. */
final class FrameMatching {
  private static final int NOBODY = -1;

  private final List<TrueBox> objects;
  private final List<ScoredBox> found;
  private final boolean[] taken;

  /** What came of a detection last, and of which object: most often the same at the next distance. */
  private final @Nullable Hit[] hits;

  private final int[] hitOf;

  /** @param found the surest first */
  FrameMatching(List<TrueBox> objects, List<ScoredBox> found) {
    this.objects = objects;
    this.found = found;
    taken = new boolean[objects.size()];
    hits = new Hit[found.size()];
    hitOf = new int[found.size()];
  }

  /**
   * Adds what came of each detection. Objects that do not count are not there for the matching; a detection that met nothing else
   * is told to be of one.
   */
  void within(double distanceM, List<Hit> into) {
    Arrays.fill(taken, false);
    for (int i = 0; i < found.size(); i++) {
      int nearest = nearest(found.get(i).box(), distanceM, true);
      nearest = nearest == NOBODY ? nearest(found.get(i).box(), distanceM, false) : nearest;
      if (nearest != NOBODY) {
        taken[nearest] = true;
      }
      into.add(hit(i, nearest));
    }
  }

  /** The nearest that is free; {@link #NOBODY} when none is within the distance. */
  private int nearest(Box2 box, double distanceM, boolean counts) {
    int nearest = NOBODY;
    double best = distanceM;
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && objects.get(i).counts() == counts) {
        double distance = distance(objects.get(i).box(), box);
        if (distance < best) {
          best = distance;
          nearest = i;
        }
      }
    }
    return nearest;
  }

  private Hit hit(int detection, int object) {
    Hit known = hits[detection];
    if (known == null || hitOf[detection] != object) {
      ScoredBox one = found.get(detection);
      known = object == NOBODY
          ? Hit.missed(one.score())
          : objects.get(object).counts()
              ? hit(objects.get(object), one)
              : Hit.ofHidden(one.score());
      hits[detection] = known;
      hitOf[detection] = object;
    }
    return known;
  }

  private static Hit hit(TrueBox object, ScoredBox detection) {
    Box2 actual = object.box();
    Box2 box = detection.box();
    Motion claimed = detection.motion();
    Motion motion = object.motion();
    double shared = Math.min(actual.lengthM(), box.lengthM())
        * Math.min(actual.widthM(), box.widthM())
        * Math.min(object.heightM(), detection.heightM());
    double union = volumeM3(actual, object.heightM()) + volumeM3(box, detection.heightM()) - shared;
    return new Hit(
        detection.score(),
        true,
        false,
        distance(actual, box),
        union > 0.0 ? shared / union : 0.0,
        Math.abs(Angles.difference(box.center().yaw(), actual.center().yaw())),
        claimed == null || motion == null ? Double.NaN : claimed.offMps(motion),
        claimed == null || motion == null ? Double.NaN : claimed.attributeError(motion));
  }

  private static double volumeM3(Box2 box, double heightM) {
    return box.lengthM() * box.widthM() * heightM;
  }

  private static double distance(Box2 a, Box2 b) {
    double dx = a.center().x() - b.center().x();
    double dy = a.center().y() - b.center().y();
    return Math.sqrt(dx * dx + dy * dy);
  }
}
