package io.camber.control.guardian;

import static io.camber.geometry.Numbers.positive;

/**
 * Limits of the guardian.
 *
 * @param commandAgeNsMax silence of usable commands after which it takes over
 * @param poseAgeNsMax silence of usable poses after which it takes over
 * @param planAgeNsMax silence of plans after which a command that still claims to be nominal is a lie
 * @param safeStopNsMax how long a safe stop may last before the car stands
 * @param healedNsMin how long all must be heard again, at standstill, before a takeover for silence ends
 * @param lateralAccelMps2Max steering is cut to this at the present speed
 * @param accelMps2Max drive demand is cut to this
 * @param riskDecelMps2 braking of the minimal risk manoeuvre; UN R157 allows 4 m/s2
 * @param riskJerkMps3 how fast that braking builds up
 */
public record GuardianConfig(
    long commandAgeNsMax,
    long poseAgeNsMax,
    long planAgeNsMax,
    long safeStopNsMax,
    long healedNsMin,
    double lateralAccelMps2Max,
    double accelMps2Max,
    double riskDecelMps2,
    double riskJerkMps3) {
  public static final GuardianConfig DEFAULTS = new GuardianConfig(
      100_000_000L,
      200_000_000L,
      700_000_000L,
      20_000_000_000L,
      2_000_000_000L,
      8.0,
      4.0,
      3.5,
      8.0);

  public GuardianConfig {
    positive("commandAgeNsMax", (double) commandAgeNsMax);
    positive("poseAgeNsMax", (double) poseAgeNsMax);
    positive("planAgeNsMax", (double) planAgeNsMax);
    positive("safeStopNsMax", (double) safeStopNsMax);
    positive("healedNsMin", (double) healedNsMin);
    positive("lateralAccelMps2Max", lateralAccelMps2Max);
    positive("accelMps2Max", accelMps2Max);
    positive("riskDecelMps2", riskDecelMps2);
    positive("riskJerkMps3", riskJerkMps3);
    if (riskDecelMps2 > 4.0) {
      throw new IllegalArgumentException(
          "riskDecelMps2=" + riskDecelMps2 + " is more than the 4 m/s2 that UN R157 allows");
    }
  }
}
