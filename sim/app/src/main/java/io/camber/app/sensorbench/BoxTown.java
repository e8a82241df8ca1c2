package io.camber.app.sensorbench;

import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/**
 * A square of 400 m with boxes of random places and sizes on tiles of ground: the town on which the yardstick of Embree is
 * measured, box by box, with the random numbers of {@code std::mt19937(7)} (Matsumoto, Nishimura 1998).
 */
final class BoxTown {
  private static final int N = 624;
  private static final int M = 397;
  private static final double SCALE = 1.0 / 4294967296.0;

  private final int[] state = new int[N];
  private int next = N;

  private BoxTown(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  static Mesh of(int boxes) {
    BoxTown random = new BoxTown(7);
    MeshBuilder mesh = new MeshBuilder();
    for (int i = 0; i < boxes; i++) {
      double x = (random.unit() - 0.5) * 400.0;
      double y = (random.unit() - 0.5) * 400.0;
      if (Math.abs(x) < 4.0 && Math.abs(y) < 4.0) {
        x += 10.0;
      }
      double height = 0.3 + random.unit() * random.unit() * 8.0;
      double halfY = 0.3 + random.unit() * 3.0;
      double halfX = 0.3 + random.unit() * 3.0;
      mesh.box(x, y, height, 2.0 * halfX, 2.0 * halfY, 2.0 * height, Surface.CONCRETE);
    }
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < 100; j++) {
        double x = -200.0 + 4.0 * i;
        double y = -200.0 + 4.0 * j;
        mesh.quad(
            mesh.vertex(x, y, 0.0),
            mesh.vertex(x + 4.0, y, 0.0),
            mesh.vertex(x + 4.0, y + 4.0, 0.0),
            mesh.vertex(x, y + 4.0, 0.0),
            Surface.ASPHALT);
      }
    }
    return mesh.build();
  }

  private double unit() {
    return Integer.toUnsignedLong(draw()) * SCALE;
  }

  private int draw() {
    if (next == N) {
      for (int i = 0; i < N; i++) {
        int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
        state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
      }
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }
}
