package io.camber.bus.node;

import java.nio.charset.StandardCharsets;

/** Derives independent streams from one run seed, so that adding a component does not disturb the others. */
public final class Seeds {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Seeds() {}

  /** FNV-1a of the component's name, mixed with the run's seed by the SplitMix64 finaliser. */
  public static long mix(long runSeed, String component) {
    long hash = FNV_OFFSET;
    for (byte b : component.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    long z = runSeed * 0x9e3779b97f4a7c15L + hash;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
