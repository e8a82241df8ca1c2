package io.camber.sim.sensor.camera;

/** Share of what is seen that the air on the way has replaced by its own colour, by depth. */
final class Haze {
  private static final int STEPS = 512;
  private static final float STEPS_PER_M = 0.5f;

  private final float[] share = new float[STEPS + 2];

  /** Fills the table for air whose way of e-fold loss is this long. */
  void set(double hazeM) {
    for (int i = 0; i < share.length; i++) {
      share[i] = (float) (1.0 - StrictMath.exp(-i / (STEPS_PER_M * hazeM)));
    }
  }

  /** The shares at some depths; between table points it is linear, which fog needs. */
  void fill(float[] depth, float[] out) {
    for (int i = 0; i < depth.length; i++) {
      float at = Math.min((float) STEPS, depth[i] * STEPS_PER_M);
      int step = (int) at;
      out[i] = share[step] + (at - step) * (share[step + 1] - share[step]);
    }
  }

  /** That of the farthest land. */
  float farVeil() {
    return share[STEPS / 4];
  }
}
