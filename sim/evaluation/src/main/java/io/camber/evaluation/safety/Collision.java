package io.camber.evaluation.safety;

import io.camber.scene.ObjectClass;

/**
 * First contact of the ego with one actor.
 *
 * @param egoDeltaMps loss of the ego's speed in a plastic impact of the class masses
 */
public record Collision(
    long timeNs,
    String actor,
    ObjectClass objectClass,
    CollisionType type,
    boolean atFault,
    double egoDeltaMps) {}
