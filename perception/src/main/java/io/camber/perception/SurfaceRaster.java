package io.camber.perception;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Surfaces of the map on square tiles of {@value #CELLS} x {@value #CELLS} cells, painted when first asked for. A shape claims
 * the cells whose middle lies in it or no further than its reach; where shapes overlap the more relevant surface stays.
 */
final class SurfaceRaster {
  static final double CELL_M = 0.25;
  private static final int CELLS = 64;
  private static final double TILE_M = CELL_M * CELLS;

  /** Tiles kept; beyond that all are dropped and painted again on demand. */
  private static final int TILES_MAX = 2048;

  private final Map<Long, List<Patch>> patches;
  private final TreeMap<Long, byte[]> tiles = new TreeMap<>();
  private long recentKey;
  private byte[] recent = new byte[0];

  /** Takes over the patches, which the caller has filed under every tile that they touch ({@link #file}). */
  SurfaceRaster(Map<Long, List<Patch>> patchesByTile) {
    this.patches = patchesByTile;
  }

  /** Adds a patch to every tile that it or its reach touches. */
  static void file(Patch patch, Map<Long, List<Patch>> byTile) {
    for (long ty = tile(patch.yMin()); ty <= tile(patch.yMax()); ty++) {
      for (long tx = tile(patch.xMin()); tx <= tile(patch.xMax()); tx++) {
        byTile.computeIfAbsent(key(tx, ty), unused -> new ArrayList<>()).add(patch);
      }
    }
  }

  Surface at(double x, double y) {
    long tx = tile(x);
    long ty = tile(y);
    long key = key(tx, ty);
    if (recent.length == 0 || key != recentKey) {
      byte[] known = tiles.get(key);
      recent = known == null ? paint(tx, ty) : known;
      recentKey = key;
    }
    int column = cell(x - tx * TILE_M);
    int row = cell(y - ty * TILE_M);
    return Surface.ofRank(recent[row * CELLS + column]);
  }

  private byte[] paint(long tx, long ty) {
    byte[] cells = new byte[CELLS * CELLS];
    Arrays.fill(cells, Surface.OUTSIDE.rank());
    double originX = tx * TILE_M;
    double originY = ty * TILE_M;
    for (Patch patch : patches.getOrDefault(key(tx, ty), List.of())) {
      int toRow = cell(patch.yMax() - originY);
      int toColumn = cell(patch.xMax() - originX);
      for (int row = cell(patch.yMin() - originY); row <= toRow; row++) {
        for (int column = cell(patch.xMin() - originX); column <= toColumn; column++) {
          int at = row * CELLS + column;
          double x = originX + (column + 0.5) * CELL_M;
          double y = originY + (row + 0.5) * CELL_M;
          if (cells[at] < patch.surface().rank() && patch.covers(x, y)) {
            cells[at] = patch.surface().rank();
          }
        }
      }
    }
    if (tiles.size() >= TILES_MAX) {
      tiles.clear();
    }
    tiles.put(key(tx, ty), cells);
    return cells;
  }

  private static long tile(double coordinate) {
    return (long) Math.floor(coordinate / TILE_M);
  }

  private static long key(long tx, long ty) {
    return (tx << 32) ^ (ty & 0xffffffffL);
  }

  private static int cell(double offset) {
    return Math.max(0, Math.min(CELLS - 1, (int) (offset / CELL_M)));
  }
}
