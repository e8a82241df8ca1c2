package io.camber.sim.scene.town;

import io.camber.sim.scene.Hash;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/** The land beside the roads: level with them nearby, gently rolling farther out, never above them. */
final class Land {
  /** Distance between grid points. */
  static final double CELL_M = 4.0;

  private static final double HIDDEN_M = 0.15;
  private static final double LEVEL_M = 0.05;
  private static final double ROLLING_M = 1.1;

  private final RoadLayout roads;
  private final float phase;

  Land(RoadLayout roads, long seed) {
    this.roads = roads;
    this.phase = (float) (1000.0 * Hash.unit(seed));
  }

  double heightAt(double x, double y) {
    RoadLayout.Ground ground = roads.at(x, y);
    double distance = ground.edgeDistanceM();
    if (distance < 2.5) {
      return ground.roadZ() - HIDDEN_M;
    }
    float px = (float) x + phase;
    float py = (float) y - phase;
    double ripple = 0.07 * (Hash.noise(0.31f * px, 0.31f * py) - 0.5);
    double far = Math.max(0.0, Math.min(1.0, (distance - 9.0) / 30.0));
    double rolling = far * far * ROLLING_M * (Hash.noise(0.023f * px, 0.023f * py) - 0.25);
    return ground.roadZ() - LEVEL_M + ripple + rolling;
  }

  /** Adds the tile's grid to a mesh whose frame has the tile's middle as origin. */
  void build(TileKey tile, MeshBuilder mesh) {
    int cells = (int) (TileKey.SIZE_M / CELL_M);
    int[] before = new int[cells + 1];
    for (int row = 0; row <= cells; row++) {
      int[] present = new int[cells + 1];
      for (int column = 0; column <= cells; column++) {
        double x = tile.minX() + column * CELL_M;
        double y = tile.minY() + row * CELL_M;
        present[column] = mesh.vertex(x - tile.middleX(), y - tile.middleY(), heightAt(x, y));
      }
      for (int column = 0; row > 0 && column < cells; column++) {
        mesh.quad(
            before[column],
            before[column + 1],
            present[column + 1],
            present[column],
            Surface.GRASS);
      }
      before = present;
    }
  }
}
