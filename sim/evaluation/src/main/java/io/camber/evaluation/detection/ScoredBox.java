package io.camber.evaluation.detection;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import org.jspecify.annotations.Nullable;

/**
 * A detection as the benchmark sees it: a class, a box, and how sure the detector was.
 *
 * @param motion null when it claims none
 */
public record ScoredBox(
    ObjectClass objectClass,
    Box2 box,
    double heightM,
    double score,
    @Nullable Motion motion) {
  /** A detection without velocity. */
  public ScoredBox(ObjectClass objectClass, Box2 box, double heightM, double score) {
    this(objectClass, box, heightM, score, null);
  }
}
