package io.camber.sim.traffic.driver;

/** Seeded numbers: a counter through the SplitMix64 finaliser (Steele, Lea, Flood 2014). Mutable, owned by one thread. */
public final class Dice {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  public Dice(long seed) {
    state = seed;
  }

  /** A stream of its own for each {@code salt}. */
  public static long mix(long seed, long salt) {
    return scramble(seed * GOLDEN + salt);
  }

  private static long scramble(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public long bits() {
    state += GOLDEN;
    return scramble(state);
  }

  /** In [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * UNIT;
  }

  /** In [0, bound). */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Mean 0, deviation 1 (Box and Muller 1958). */
  public double normal() {
    double radius = Math.sqrt(-2.0 * StrictMath.log(1.0 - uniform()));
    return radius * StrictMath.cos(2.0 * Math.PI * uniform());
  }
}
