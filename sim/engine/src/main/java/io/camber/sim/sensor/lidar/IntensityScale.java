package io.camber.sim.sensor.lidar;

/**
 * What number a device gives to the brightness of an echo. Most devices report reflectivity: diffuse targets fill the lower
 * 100 steps, retro-reflectors the rest. The 64-row unit of KITTI keeps a scale of its own, for which no formula is published;
 * ours is fitted to 60 sweeps of drive 2011_09_26_0005 (docs/sensors.md). Road keeps its brightness up to 25 m there however flat
 * the beam meets it, loses half of it by 32 m, and 38 % of all echoes are darker than their surface, for reasons unknown.
 */
final class IntensityScale {
  static final IntensityScale REFLECTIVITY = new IntensityScale(0.0f, 0.0f, new float[0]);

  /** The curve holds the number reported at brightnesses that are 15 apart: asphalt has 17, car paint 45, white sheeting over 200. */
  static final IntensityScale KITTI64 = new IntensityScale(2.5f, 0.38f, new float[] {
    5.0f, 61.0f, 84.0f, 112.0f, 135.0f, 158.0f, 178.0f, 195.0f, 210.0f, 223.0f, 234.0f, 243.0f,
    250.0f, 255.0f, 255.0f, 255.0f, 255.0f, 255.0f
  });

  private static final float STEP = 15.0f;

  /** Echo power, as {@link ReturnModel#power} counts it, at which half of the brightness is left; 0 of a common scale. */
  private final float halfPower;

  /** Share of the echoes that are darker, by a factor that is uniform in 0 to 1 but for a quarter of them, which show none. */
  private final float dimShare;

  private final float[] curve;

  private IntensityScale(float halfPower, float dimShare, float[] curve) {
    this.halfPower = halfPower;
    this.dimShare = dimShare;
    this.curve = curve;
  }

  /** True when {@link #dimming} wants a number of its own for each echo. */
  boolean flickers() {
    return dimShare > 0.0f;
  }

  /** Factor of an echo's brightness, from a number that is uniform in 0 to 1. */
  float dimming(float uniform) {
    return uniform < dimShare ? Math.max(0.0f, (4.0f * uniform / dimShare - 1.0f) / 3.0f) : 1.0f;
  }

  /** Number for an echo before noise, 0 to 255. */
  float level(float reflectivity, float retro, float cosIncidence, float power) {
    if (halfPower == 0.0f) {
      return 100.0f * reflectivity * (0.25f + 0.75f * cosIncidence) + 155.0f * retro;
    }
    float place = Math.min(254.0f, 100.0f * reflectivity + 155.0f * retro) / STEP;
    int node = (int) place;
    float bright = curve[node] + (place - node) * (curve[node + 1] - curve[node]);
    return bright * power * power / (power * power + halfPower * halfPower);
  }
}
