package io.camber.sim.scene;

import java.util.Random;

/** Meshes of random triangles. */
final class RandomMesh {
  private RandomMesh() {}

  static Mesh of(long seed, int triangles) {
    Random random = new Random(seed);
    MeshBuilder builder = new MeshBuilder();
    for (int i = 0; i < triangles; i++) {
      double x = 40.0 * random.nextDouble() - 20.0;
      double y = 40.0 * random.nextDouble() - 20.0;
      double z = 10.0 * random.nextDouble() - 5.0;
      int[] corner = new int[3];
      for (int k = 0; k < 3; k++) {
        corner[k] = builder.vertex(
            x + 3.0 * random.nextDouble(),
            y + 3.0 * random.nextDouble(),
            z + 3.0 * random.nextDouble());
      }
      builder.triangle(corner[0], corner[1], corner[2], Surface.CONCRETE);
    }
    return builder.build();
  }
}
