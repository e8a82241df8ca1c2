package io.camber.evaluation.detection;

import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;

/** Velocity of a box, and what the benchmark calls its attribute as far as velocity tells it: whether it moves or stands. */
public record Motion(Vec2 velocityMps) {
  /**
   * Whoever is faster moves. nuScenes has people judge that; this is the speed from which on public submissions name the attribute
   * "moving".
   */
  private static final double MOVING_MPS = 0.2;

  boolean isMoving() {
    return velocityMps.length() > MOVING_MPS;
  }

  /** Length of the difference of the velocities. */
  double offMps(Motion actual) {
    return velocityMps.distanceTo(actual.velocityMps);
  }

  /** 0 when both move or both stand, else 1. */
  double attributeError(Motion actual) {
    return isMoving() == actual.isMoving() ? 0.0 : 1.0;
  }

  /** False for cycles, whose attribute is whether somebody rides them, which neither truth nor tracks tell. */
  static boolean hasAttribute(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS, PEDESTRIAN -> true;
      case MOTORCYCLE, BICYCLE, UNKNOWN -> false;
    };
  }
}
