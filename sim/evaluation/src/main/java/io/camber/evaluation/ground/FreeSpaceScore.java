package io.camber.evaluation.ground;

/**
 * What free space of one sweep is worth, up to 50 m from the sensor, m2.
 *
 * @param falseFree called free, but an actor stands there, or something else of which the sweep holds points
 * @param ahead the part of it within 1.5 m of the line ahead
 * @param free truly free and seen by this sweep
 * @param found the part of it that is called free
 * @param through rays called free past what stands
 */
record FreeSpaceScore(double falseFree, double ahead, double free, double found, Through through) {
  /**
   * Rays against the first thing that truly stands on each.
   *
   * @param raysAhead those that meet it within 1.5 m of the line ahead
   * @param throughAhead those of them that are called free beyond it
   * @param depthM the longest stretch called free beyond it, in any direction; 0 without any
   */
  record Through(int raysAhead, int throughAhead, double depthM) {}
}
