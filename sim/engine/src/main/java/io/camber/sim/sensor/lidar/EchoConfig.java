package io.camber.sim.sensor.lidar;

import static io.camber.geometry.Numbers.within;

/**
 * How true to the imperfections of real devices the echoes are.
 *
 * @param returns echoes of a pulse that are reported
 * @param subRays rays that a beam is made of: 1, or 5 across its width
 * @param divergence full angle of the beam, rad
 * @param blooming probability that a dazzling retro-reflector also appears in the next row or column
 * @param crosstalk share of the pulses that measure another device's instead
 * @param ghosts probability that a mirror-like surface shows what it mirrors
 * @param ringStdM standard deviation of the range error that each row keeps
 */
public record EchoConfig(
    Returns returns,
    int subRays,
    double divergence,
    double blooming,
    double crosstalk,
    double ghosts,
    double ringStdM) {
  /** One ray a beam, one return a pulse, none of the imperfections. */
  public static final EchoConfig SIMPLE =
      new EchoConfig(Returns.STRONGEST, 1, 0.0, 0.0, 0.0, 0.0, 0.0);

  public EchoConfig {
    if (subRays != 1 && subRays != Firing.SUB_RAYS) {
      throw new IllegalArgumentException(
          "subRays=" + subRays + " is neither 1 nor " + Firing.SUB_RAYS);
    }
    within("divergence", divergence, 0.0, 0.02);
    within("blooming", blooming, 0.0, 1.0);
    within("crosstalk", crosstalk, 0.0, 0.1);
    within("ghosts", ghosts, 0.0, 1.0);
    within("ringStdM", ringStdM, 0.0, 0.2);
    if (subRays > 1 && divergence == 0.0) {
      throw new IllegalArgumentException("divergence=0 leaves several sub-rays no room");
    }
    if (subRays == 1 && returns != Returns.STRONGEST) {
      throw new IllegalArgumentException("returns=" + returns + " needs subRays=" + Firing.SUB_RAYS
          + ": one ray meets one thing only");
    }
  }

  /** True when a pulse is one ray with one return and nothing else. */
  boolean isSimple() {
    return equals(SIMPLE);
  }
}
