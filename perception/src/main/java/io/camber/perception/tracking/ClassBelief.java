package io.camber.perception.tracking;

import io.camber.scene.ObjectClass;
import java.util.Optional;

/**
 * What a track is: a recursive Bayes filter over the detector's verdicts, whose errors of the last second are much the same
 * and therefore count for less than independent ones, times the likelihood of the body that all sightings together show and of
 * the speed it has. "Unknown" is a class like the others, of any size, that hardly moves; it wins where evidence is weak.
 * Another class must lead clearly, unless the present one has become impossible.
 */
final class ClassBelief {
  private static final ObjectClass[] CLASSES = ObjectClass.values();

  /** Share of the verdicts' weight that lasts to the next sighting. */
  private static final double KEEP = 0.94;

  /** What a verdict counts for, as errors come in rows. */
  private static final double WEIGHT = 0.45;

  /** However often the detector says so, it cannot speak louder than what is possible. */
  private static final double VERDICTS_MIN = -5.0;

  /** Log-likelihood of any body, given clutter: it comes in every size, so no one is likely. */
  private static final double ANY_BODY = -0.6;

  /** Walls do not move; a cluster that changes from sweep to sweep seems to. */
  private static final double CLUTTER_MPS_MAX = 2.0;

  private static final double CLUTTER_PER_MPS = 0.5;
  private static final double CLUTTER_MOVES = -3.0;

  /** Log odds by which another class must lead the present one. */
  private static final double LEAD = 1.1;

  /** Less than this is impossible, whatever else speaks for it. */
  private static final double RULED_OUT = 0.9 * ClassRange.IMPOSSIBLE;

  /**
   * Probability of each verdict (columns, in the order of {@link ObjectClass}) given each class (rows): how the detector errs
   * on partly seen bodies.
   */
  private static final double[][] VERDICT_GIVEN_CLASS = {
    {0.70, 0.08, 0.04, 0.02, 0.03, 0.05, 0.08},
    {0.15, 0.69, 0.06, 0.01, 0.03, 0.03, 0.03},
    {0.15, 0.20, 0.53, 0.08, 0.01, 0.01, 0.02},
    {0.15, 0.14, 0.30, 0.37, 0.01, 0.01, 0.02},
    {0.13, 0.06, 0.01, 0.01, 0.45, 0.28, 0.06},
    {0.13, 0.05, 0.01, 0.01, 0.17, 0.45, 0.18},
    {0.14, 0.04, 0.01, 0.01, 0.03, 0.10, 0.67}
  };

  private final double[] verdicts = new double[CLASSES.length];
  private final double[] body = new double[CLASSES.length];
  private int current;

  /**
   * Takes in one sighting.
   *
   * @param seen the detector's verdict, by itself as sure as {@code confidence}
   * @param size of the body as all sightings show it
   * @param speedMps that is the least to believe
   */
  void add(ObjectClass seen, double confidence, BodySize size, double speedMps) {
    int verdict = index(seen);
    double blind = (1.0 - confidence) / CLASSES.length;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < CLASSES.length; k++) {
      double likelihood = confidence * VERDICT_GIVEN_CLASS[k][verdict] + blind;
      verdicts[k] = KEEP * verdicts[k] + WEIGHT * StrictMath.log(likelihood);
      most = Math.max(most, verdicts[k]);
    }
    for (int k = 0; k < CLASSES.length; k++) {
      verdicts[k] = Math.max(VERDICTS_MIN, verdicts[k] - most);
    }
    fitBody(size, speedMps);
    int best = 0;
    for (int k = 1; k < CLASSES.length; k++) {
      best = score(k) > score(best) ? k : best;
    }
    boolean isRuledOut = body[current] <= RULED_OUT;
    if (best != current && (isRuledOut || score(best) > score(current) + LEAD)) {
      current = best;
    }
  }

  private void fitBody(BodySize size, double speedMps) {
    double over = Math.max(0.0, speedMps - CLUTTER_MPS_MAX);
    body[index(ObjectClass.UNKNOWN)] = ANY_BODY + Math.max(CLUTTER_MOVES, -CLUTTER_PER_MPS * over);
    for (ClassRange range : ClassRange.ALL) {
      body[index(range.objectClass())] =
          range.logFit(size.seenLengthM(), size.seenWidthM(), size.heightM(), speedMps);
    }
  }

  private double score(int k) {
    return verdicts[k] + body[k];
  }

  ObjectClass objectClass() {
    return CLASSES[current];
  }

  /** What the class allows; empty for something unknown, which may be anything. */
  Optional<ClassRange> range() {
    return ClassRange.find(objectClass());
  }

  /** Probability of the class. */
  double confidence() {
    double sum = 0.0;
    for (int k = 0; k < CLASSES.length; k++) {
      sum += StrictMath.exp(Math.min(50.0, score(k) - score(current)));
    }
    return 1.0 / sum;
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
