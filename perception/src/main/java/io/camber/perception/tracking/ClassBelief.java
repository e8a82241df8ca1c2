package io.camber.perception.tracking;

import io.camber.scene.ObjectClass;

/**
 * What a track is, accumulated over its detections with slow forgetting. "Unknown" is weak evidence: a detector that sees part
 * of a car says so too. Speed speaks as well: nobody walks at 5 m/s.
 */
final class ClassBelief {
  private static final ObjectClass[] CLASSES = ObjectClass.values();
  private static final double KEEP = 0.96;
  private static final double UNKNOWN_WEIGHT = 0.35;

  /** A new class must lead by this factor to replace the current one. */
  private static final double LEAD = 1.25;

  /** Faster than a sprint that anyone would run in traffic. */
  private static final double WALKING_MPS_MAX = 4.0;

  /** Faster than bicycles on level road. */
  private static final double CYCLING_MPS_MAX = 11.0;

  private final double[] evidence = new double[CLASSES.length];
  private int current;

  void add(ObjectClass seen, double confidence, double speedMps) {
    ObjectClass plausible = plausible(seen, speedMps);
    for (int k = 0; k < evidence.length; k++) {
      evidence[k] *= KEEP;
      if (CLASSES[k] != plausible(CLASSES[k], speedMps)) {
        evidence[k] *= 0.8;
      }
    }
    double weight = seen == ObjectClass.UNKNOWN ? UNKNOWN_WEIGHT : 1.0;
    evidence[index(plausible)] += weight * (0.1 + confidence);
    int best = current;
    for (int k = 0; k < evidence.length; k++) {
      if (evidence[k] > LEAD * evidence[current] && evidence[k] > evidence[best]) {
        best = k;
      }
    }
    current = best;
  }

  ObjectClass objectClass() {
    return CLASSES[current];
  }

  double confidence() {
    double sum = 0.0;
    for (double value : evidence) {
      sum += value;
    }
    return sum == 0.0 ? 0.0 : evidence[current] / sum;
  }

  private static ObjectClass plausible(ObjectClass seen, double speedMps) {
    boolean isSlow = seen == ObjectClass.PEDESTRIAN || seen == ObjectClass.BICYCLE;
    if (isSlow && speedMps > CYCLING_MPS_MAX) {
      return ObjectClass.MOTORCYCLE;
    }
    return seen == ObjectClass.PEDESTRIAN && speedMps > WALKING_MPS_MAX
        ? ObjectClass.BICYCLE
        : seen;
  }

  private static int index(ObjectClass objectClass) {
    for (int k = 0; k < CLASSES.length; k++) {
      if (CLASSES[k] == objectClass) {
        return k;
      }
    }
    throw new IllegalArgumentException("objectClass=" + objectClass);
  }
}
