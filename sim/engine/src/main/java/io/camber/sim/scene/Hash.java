package io.camber.sim.scene;

/** Repeatable pseudo-random values of a place or a name (SplitMix64 finaliser: Steele, Lea, Flood 2014). */
public final class Hash {
  private Hash() {}

  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public static long mix(long a, long b) {
    return mix(mix(a) ^ b);
  }

  /** Mixes the characters of a name. */
  public static long of(String name) {
    long h = name.length();
    for (int i = 0; i < name.length(); i++) {
      h = mix(h ^ name.charAt(i));
    }
    return h;
  }

  /** In [0, 1). */
  public static double unit(long value) {
    return (mix(value) >>> 11) * 0x1.0p-53;
  }

  /** In [0, 1), cheap, for a place of an integer grid; good enough for textures. */
  public static float lattice(int ix, int iy) {
    int h = ix * 0x27d4eb2d + iy * 0x165667b1;
    h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
    h = (h ^ (h >>> 12)) * 0x297a2d39;
    h ^= h >>> 15;
    return (h >>> 8) * 0x1.0p-24f;
  }

  /** Smooth noise in [0, 1) over the plane with features of about one unit. */
  public static float noise(float x, float y) {
    int ix = floor(x);
    int iy = floor(y);
    float fx = x - ix;
    float fy = y - iy;
    fx = fx * fx * (3.0f - 2.0f * fx);
    fy = fy * fy * (3.0f - 2.0f * fy);
    float low = lattice(ix, iy) + fx * (lattice(ix + 1, iy) - lattice(ix, iy));
    float high = lattice(ix, iy + 1) + fx * (lattice(ix + 1, iy + 1) - lattice(ix, iy + 1));
    return low + fy * (high - low);
  }

  private static int floor(float value) {
    int truncated = (int) value;
    return value < truncated ? truncated - 1 : truncated;
  }
}
