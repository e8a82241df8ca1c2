package io.camber.evaluation.detection;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import org.jspecify.annotations.Nullable;

/**
 * A true object.
 *
 * @param counts false for objects that nobody could have seen: finding them is no mistake, missing them neither
 * @param motion null when nobody asks for it
 */
public record TrueBox(
    ObjectClass objectClass,
    Box2 box,
    boolean counts,
    @Nullable Motion motion) {
  /** An object whose velocity does not matter. */
  public TrueBox(ObjectClass objectClass, Box2 box, boolean counts) {
    this(objectClass, box, counts, null);
  }
}
