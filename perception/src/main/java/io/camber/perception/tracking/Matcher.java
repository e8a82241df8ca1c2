package io.camber.perception.tracking;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches sightings to tracks at least total cost and updates the matched tracks. The cost is twice the negative logarithm of the
 * sighting's likelihood, so that a track of which nothing is known yet does not take what a settled one explains as well.
 */
final class Matcher {
  /** Added when the classes cannot be one thing seen twice. */
  private static final double CLASS_MISMATCH = 4.0;

  /** Any two boxes this close may be one, however sure the filter is of itself. */
  private static final double NEAR_M = 0.8;

  /** Nearer than this the detector tells people from vehicles, but for pieces of the latter. */
  private static final double CLEAR_M = 40.0;

  /** What is no more than a claim is of somebody only where he is known to be. */
  private static final double CLAIM_M_MAX = 2.0;

  private static final double APART_M_MAX = 6.0;

  /** How far outside a vehicle's box a piece of it may show. */
  private static final double PIECE_M = 0.5;

  /** More than this is not asked for being vague. */
  private static final double VAGUE_MAX = 6.0;

  private final double gate;

  Matcher(double gate) {
    this.gate = gate;
  }

  /** Removes matched sightings from {@code sightings} and returns the tracks that stay without one. */
  List<TrackedObject> match(List<TrackedObject> objects, List<Sighting> sightings, Vec2 sensor) {
    int columns = sightings.size();
    BoxAlignment[][] alignments = new BoxAlignment[objects.size()][columns];
    double[][] cost = new double[objects.size()][columns];
    for (int i = 0; i < objects.size(); i++) {
      for (int j = 0; j < columns; j++) {
        alignments[i][j] = objects.get(i).align(sightings.get(j), sensor);
        cost[i][j] = cost(objects.get(i), sightings.get(j), alignments[i][j].fix());
      }
    }
    int[] columnOf = Assignment.solve(cost, columns, gate + VAGUE_MAX);
    List<TrackedObject> missed = new ArrayList<>();
    boolean[] used = new boolean[columns];
    for (int i = 0; i < objects.size(); i++) {
      int j = columnOf[i];
      if (j == Assignment.NONE) {
        missed.add(objects.get(i));
      } else {
        used[j] = true;
        objects.get(i).update(sightings.get(j), alignments[i][j]);
      }
    }
    List<Sighting> rest = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      if (!used[j]) {
        rest.add(sightings.get(j));
      }
    }
    sightings.clear();
    sightings.addAll(rest);
    return missed;
  }

  private double cost(TrackedObject object, Sighting seen, BoxFix fix) {
    Pose2 then = object.poseAgo(fix.ageS());
    double dx = fix.x() - then.x();
    double dy = fix.y() - then.y();
    double squared = dx * dx + dy * dy;
    boolean isClaim = seen.detection().score() < BoxAlignment.DOUBTFUL_SCORE;
    double farthest = isClaim ? CLAIM_M_MAX : APART_M_MAX;
    if (squared > farthest * farthest || isSomebodyElse(object, seen, then)) {
      return gate + VAGUE_MAX;
    }
    double distance = object.distanceSquared(fix);
    if (squared < NEAR_M * NEAR_M) {
      distance = Math.min(distance, 0.6 * gate);
    }
    distance += mismatch(object.objectClass(), seen.detection().objectClass());
    return distance < gate
        ? distance + Math.min(VAGUE_MAX, object.vagueness(fix))
        : gate + VAGUE_MAX;
  }

  /** A person beside a vehicle, or a vehicle beside a person: a piece lies within the body. */
  private static boolean isSomebodyElse(TrackedObject object, Sighting seen, Pose2 then) {
    if (mismatch(object.objectClass(), seen.detection().objectClass()) < CLASS_MISMATCH
        || seen.rangeM() > CLEAR_M) {
      return false;
    }
    boolean isPerson = seen.detection().objectClass().isVulnerable();
    Box2 body = isPerson
        ? new Box2(then, object.lengthM() + 2.0 * PIECE_M, object.widthM() + 2.0 * PIECE_M)
        : new Box2(seen.center(), seen.lengthM() + 2.0 * PIECE_M, seen.widthM() + 2.0 * PIECE_M);
    return !body.contains(isPerson ? seen.center().position() : then.position());
  }

  private static double mismatch(ObjectClass a, ObjectClass b) {
    if (a == b || a == ObjectClass.UNKNOWN || b == ObjectClass.UNKNOWN) {
      return 0.0;
    }
    return a.isVulnerable() == b.isVulnerable() ? 0.5 : CLASS_MISMATCH;
  }
}
