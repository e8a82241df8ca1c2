package io.camber.sim.scene.town;

/** Number of a square of the map's tiling in x and y. */
record TileKey(int column, int row) {
  /** Edge of a tile, metres. */
  static final double SIZE_M = 64.0;

  /** From a tile's middle to its corner. */
  static final double RADIUS_M = 0.5 * SIZE_M * Math.sqrt(2.0);

  static TileKey at(double x, double y) {
    return new TileKey((int) Math.floor(x / SIZE_M), (int) Math.floor(y / SIZE_M));
  }

  double minX() {
    return column * SIZE_M;
  }

  double minY() {
    return row * SIZE_M;
  }

  double middleX() {
    return (column + 0.5) * SIZE_M;
  }

  double middleY() {
    return (row + 0.5) * SIZE_M;
  }
}
