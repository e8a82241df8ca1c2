package io.camber.app.control;

/**
 * The open loop at one frequency, {@code real + j imaginary}: what comes round for what goes in, with the sign turned, so that the
 * closed loop is {@code 1 / (1 + L)}.
 */
record LoopPoint(double frequencyHz, double real, double imaginary) {
  double gain() {
    return StrictMath.hypot(real, imaginary);
  }

  double gainDb() {
    return 20.0 * StrictMath.log10(gain());
  }

  /** In (-pi, pi]. */
  double phase() {
    return StrictMath.atan2(imaginary, real);
  }

  /** From minus one, where the closed loop would know no bounds. */
  double distance() {
    return StrictMath.hypot(1.0 + real, imaginary);
  }
}
