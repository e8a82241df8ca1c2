package io.camber.sim.scene.shape;

import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.Arrays;

/**
 * A skin over closed cross-sections square to the x axis, rear to front. Each section lists (y, z) from the lower left edge
 * over the top to the lower right edge; the underside closes it.
 */
final class Loft {
  private final MeshBuilder mesh;
  private final int points;
  private int previous = -1;

  Loft(MeshBuilder mesh, int points) {
    this.mesh = mesh;
    this.points = points;
  }

  /** First section, closed by a lid that faces backwards. */
  Loft start(double x, Surface lid, double... yz) {
    previous = ring(x, yz);
    int middle = middle(x, yz);
    for (int i = 0; i < points; i++) {
      mesh.triangle(middle, previous + (i + 1) % points, previous + i, lid);
    }
    return this;
  }

  /** Next section; {@code skins[i]} covers the strip from point i to i + 1, the last one the underside. */
  Loft to(double x, Surface[] skins, double... yz) {
    int next = ring(x, yz);
    for (int i = 0; i < points; i++) {
      int j = (i + 1) % points;
      mesh.quad(previous + i, previous + j, next + j, next + i, skins[i]);
    }
    previous = next;
    return this;
  }

  /** Last section, closed by a lid that faces forwards. */
  Loft end(double x, Surface[] skins, Surface lid, double... yz) {
    to(x, skins, yz);
    int middle = middle(x, yz);
    for (int i = 0; i < points; i++) {
      mesh.triangle(middle, previous + i, previous + (i + 1) % points, lid);
    }
    return this;
  }

  private int ring(double x, double... yz) {
    if (yz.length != 2 * points) {
      throw new IllegalArgumentException("section has " + yz.length / 2 + " points, not " + points);
    }
    int first = mesh.vertex(x, yz[0], yz[1]);
    for (int i = 1; i < points; i++) {
      mesh.vertex(x, yz[2 * i], yz[2 * i + 1]);
    }
    return first;
  }

  private int middle(double x, double... yz) {
    double y = 0.0;
    double z = 0.0;
    for (int i = 0; i < points; i++) {
      y += yz[2 * i] / points;
      z += yz[2 * i + 1] / points;
    }
    return mesh.vertex(x, y, z);
  }

  static Surface[] all(Surface surface, int points) {
    Surface[] skins = new Surface[points];
    Arrays.fill(skins, surface);
    return skins;
  }
}
