package io.camber.evaluation.situation;

import io.camber.truth.ActorTruth;

/**
 * Somebody within 150 m, in coordinates of the path ahead of the ego.
 *
 * @param s station of the middle
 * @param d offset of the middle, left positive
 * @param turn of its heading against the path
 * @param halfAlongM half of what the footprint measures along the path
 * @param halfAcrossM half of what it measures across
 */
public record Neighbour(
    ActorTruth actor, double s, double d, double turn, double halfAlongM, double halfAcrossM) {
  /** Speed along the path, negative against it. */
  public double alongMps() {
    return actor.speedMps() * StrictMath.cos(turn);
  }

  /** Speed across the path, left positive. */
  public double leftMps() {
    return actor.speedMps() * StrictMath.sin(turn);
  }
}
