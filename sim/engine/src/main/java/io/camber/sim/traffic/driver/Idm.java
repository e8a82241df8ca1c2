package io.camber.sim.traffic.driver;

/**
 * The intelligent driver model (Treiber, Hennecke, Helbing 2000): acceleration from own speed, clearance and the speed of the car
 * ahead. Above the desired speed it slows no harder than comfortable, where the original formula would brake without bound.
 */
public final class Idm {
  private Idm() {}

  /** Acceleration on a free road: eq. 1 with exponent 4. */
  public static double free(
      double speedMps, double desiredMps, double accelMps2, double decelMps2) {
    double ratio = speedMps / desiredMps;
    double squared = ratio * ratio;
    return Math.max(-decelMps2, accelMps2 * (1.0 - squared * squared));
  }

  /** Clearance the driver wants: eq. 2. {@code brakingTerm} is 1 / (2 sqrt(a b)). */
  public static double desiredClearance(
      double speedMps, double closingMps, double standstillM, double timeGapS, double brakingTerm) {
    return standstillM + Math.max(0.0, speedMps * timeGapS + speedMps * closingMps * brakingTerm);
  }

  /** What the car ahead takes from the acceleration: a (s* / s)^2. */
  public static double interaction(double clearanceM, double desiredClearanceM, double accelMps2) {
    double ratio = desiredClearanceM / Math.max(0.05, clearanceM);
    return accelMps2 * ratio * ratio;
  }

  /** 1 / (2 sqrt(a b)) of eq. 2. */
  public static double brakingTerm(double accelMps2, double decelMps2) {
    return 0.5 / Math.sqrt(accelMps2 * decelMps2);
  }

  /** Clearance at which a driver follows at constant speed: eq. 3. */
  public static double equilibriumClearance(
      double speedMps, double desiredMps, double standstillM, double timeGapS) {
    double ratio = speedMps / desiredMps;
    return (standstillM + speedMps * timeGapS) / Math.sqrt(1.0 - ratio * ratio * ratio * ratio);
  }
}
