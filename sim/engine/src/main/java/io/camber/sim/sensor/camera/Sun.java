package io.camber.sim.sensor.camera;

/** A fair afternoon: direction to the sun in the map frame and the colours of sun, sky and haze, linear RGB. */
final class Sun {
  static final double X = 0.47;
  static final double Y = -0.55;
  static final double Z = 0.69;

  static final float[] DIRECT = {2.35f, 2.22f, 2.00f};
  static final float[] AMBIENT = {0.62f, 0.70f, 0.84f};
  static final float[] HORIZON = {0.74f, 0.80f, 0.86f};
  static final float[] ZENITH = {0.20f, 0.38f, 0.72f};

  private Sun() {}
}
