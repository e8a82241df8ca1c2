package io.camber.perception;

/** What the map says about a place, from irrelevant to most relevant. */
public enum Surface {
  /** Too far from any road or walkway to matter. */
  OUTSIDE(0),
  /** Sidewalk, crosswalk or the strip beside a road: people count, things do not. */
  WALKWAY(1),
  /** Just outside the drivable area: people and vehicles count, furniture does not. */
  VERGE(2),
  /** Drivable: everything counts. */
  ROAD(3);

  private static final Surface[] BY_RANK = {OUTSIDE, WALKWAY, VERGE, ROAD};

  private final byte rank;

  Surface(int rank) {
    this.rank = (byte) rank;
  }

  /** Grows with relevance; small enough to be kept per point and per raster cell. */
  public byte rank() {
    return rank;
  }

  public static Surface ofRank(byte rank) {
    return BY_RANK[rank];
  }
}
