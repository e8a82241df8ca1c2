package io.camber.evaluation.detection;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import org.jspecify.annotations.Nullable;

/**
 * A true object.
 *
 * @param counts false for objects that nobody could have seen: missing them is no mistake; the benchmark drops them, so that finding
 *     them is one
 * @param motion null when nobody asks for it
 */
public record TrueBox(
    ObjectClass objectClass,
    Box2 box,
    double heightM,
    boolean counts,
    @Nullable Motion motion) {
  /** An object whose velocity does not matter. */
  public TrueBox(ObjectClass objectClass, Box2 box, double heightM, boolean counts) {
    this(objectClass, box, heightM, counts, null);
  }
}
