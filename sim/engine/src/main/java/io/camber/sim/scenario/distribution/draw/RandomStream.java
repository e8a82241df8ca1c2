package io.camber.sim.scenario.distribution.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/** SplitMix64 (Steele, Lea, Flood 2014), and what distributions need of it, with the same bits everywhere. */
public final class RandomStream {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  /** Digits of a drawn value; Double.toString differs between Java versions. */
  private static final MathContext DIGITS = new MathContext(10);

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream of one parameter in one run. */
  public static RandomStream of(long seed, String name, long index) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return new RandomStream(mix(mix(seed ^ hash) + index * GAMMA));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private long nextBits() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextUnit() {
    return (nextBits() >>> 11) * UNIT;
  }

  /** Uniform in (0, 1]: its logarithm is finite. */
  double nextPositive() {
    return ((nextBits() >>> 11) + 1) * UNIT;
  }

  /** Normal with mean 0 and variance 1 (Box and Muller 1958). */
  double nextNormal() {
    double radius = Math.sqrt(-2.0 * StrictMath.log(nextPositive()));
    return radius * StrictMath.cos(2.0 * Math.PI * nextUnit());
  }

  /** Uniform in [0, bound), without bias. */
  public long nextBelow(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound=" + bound + " is less than 1");
    }
    long bits = nextBits() >>> 1;
    long value = bits % bound;
    // the last, incomplete block would favour small values
    while (bits - value + (bound - 1) < 0) {
      bits = nextBits() >>> 1;
      value = bits % bound;
    }
    return value;
  }

  static String text(double value) {
    BigDecimal decimal = new BigDecimal(value).round(DIGITS);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
