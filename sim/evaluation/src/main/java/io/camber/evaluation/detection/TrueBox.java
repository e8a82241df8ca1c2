package io.camber.evaluation.detection;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;

/**
 * A true object.
 *
 * @param counts false for objects that nobody could have seen: finding them is no mistake, missing them neither
 */
public record TrueBox(ObjectClass objectClass, Box2 box, boolean counts) {}
