package io.camber.sim.sensor.camera;

/**
 * Share of what is seen that the air on the way has replaced by its own colour, by depth: {@code 1 - exp(-depth / haze)}. The
 * exponential is {@code (1 + t/n)^-n} with n = {@value #POWER}, whose error of at most 0.27/n is a quarter of a grey step, so that
 * a row of pixels becomes vector instructions.
 */
final class Haze {
  private static final int POWER = 256;
  /** Farther things are as veiled as this. */
  private static final float FAR_M = 1024.0f;

  private static final float LAND_M = 256.0f;

  private float perM;

  /** Sets the way on which air takes 63 % of the contrast. */
  void set(double hazeM) {
    perM = (float) (1.0 / (POWER * hazeM));
  }

  /** The shares at some depths. */
  void fill(float[] depth, float[] out) {
    float step = perM;
    for (int i = 0; i < depth.length; i++) {
      float left = 1.0f / (1.0f + step * Math.min(FAR_M, depth[i]));
      left *= left;
      left *= left;
      left *= left;
      left *= left;
      left *= left;
      left *= left;
      left *= left;
      left *= left;
      out[i] = 1.0f - left;
    }
  }

  /** That of the farthest land. */
  float farVeil() {
    float[] share = new float[1];
    fill(new float[] {LAND_M}, share);
    return share[0];
  }
}
