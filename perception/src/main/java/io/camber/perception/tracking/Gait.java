package io.camber.perception.tracking;

import io.camber.geometry.Vec2;

/** What is known of somebody's walking: trunks and posts look like people, but never do. Owned by one track. */
final class Gait {
  /** Slower people stand, faster ones run or ride. */
  private static final double WALKING_MPS_MIN = 0.6;

  private static final double WALKING_MPS_MAX = 2.5;

  /** Farther than sightings of who stands are apart. */
  private static final double MOVED_M = 1.0;

  private final Vec2 birthplace;
  private boolean hasMoved;
  private long lastNs;

  Gait(Vec2 birthplace, long timeNs) {
    this.birthplace = birthplace;
    this.lastNs = timeNs;
  }

  static boolean isWalk(double speedMps) {
    return speedMps > WALKING_MPS_MIN && speedMps < WALKING_MPS_MAX;
  }

  /** A look that leaves no doubt about there being somebody. */
  void believe(Vec2 place, long timeNs) {
    hasMoved |= place.distanceTo(birthplace) > MOVED_M;
    lastNs = timeNs;
  }

  /** A look that is no more than a claim. */
  void doubt(boolean isWalking, long timeNs) {
    lastNs = isWalking ? timeNs : lastNs;
  }

  /** Whether looks that are believed were of two places. */
  boolean hasMoved() {
    return hasMoved;
  }

  /** When it last walked or was seen for certain. */
  long lastNs() {
    return lastNs;
  }
}
