package io.camber.sim.traffic.driver;

/**
 * Lane changes by MOBIL (Kesting, Treiber, Helbing 2007): change when the own gain in acceleration, and politeness times what
 * others gain or lose, exceeds a threshold, and never when the new follower would have to brake hard.
 */
public final class Mobil {
  private Mobil() {}

  /** Eq. 2: the new follower must not brake harder than {@code safeDecelMps2}. */
  public static boolean isSafe(double newFollowerAfterMps2, double safeDecelMps2) {
    return newFollowerAfterMps2 >= -safeDecelMps2;
  }

  /** Left side of eq. 5 without the threshold: positive when a change pays. */
  public static double incentive(
      double ownGainMps2,
      double newFollowerGainMps2,
      double oldFollowerGainMps2,
      double politeness) {
    return ownGainMps2 + politeness * (newFollowerGainMps2 + oldFollowerGainMps2);
  }
}
