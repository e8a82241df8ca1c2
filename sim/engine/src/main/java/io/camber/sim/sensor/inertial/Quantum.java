package io.camber.sim.sensor.inertial;

/** Digital resolution. */
final class Quantum {
  private Quantum() {}

  /** Nearest multiple of the step; the value itself when the step is 0. */
  static double round(double value, double step) {
    return step > 0.0 ? step * Math.rint(value / step) : value;
  }
}
