package io.camber.sim.dynamics.doubletrack;

/** Dry friction that opposes motion. */
final class Friction {
  /** Below this speed dry friction fades, so that it never turns motion round. */
  private static final double FADE_MPS = 0.1;

  private Friction() {}

  /** Direction of a speed, fading through 0. */
  static double sign(double speedMps) {
    return Math.max(-1.0, Math.min(1.0, speedMps / FADE_MPS));
  }
}
