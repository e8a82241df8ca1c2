package io.camber.sim.scene.town;

/** How finely round things are built. */
enum Detail {
  FINE,
  /** For what is so far away that a side is less than a pixel. */
  COARSE;

  private static final int LEAST = 3;

  /** Sides or rings to build where the fine thing has so many. */
  int of(int fine) {
    return this == FINE ? fine : Math.max(LEAST, fine * 3 / 5);
  }
}
