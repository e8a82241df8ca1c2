package io.camber.sim.sensor.lidar;

/**
 * The echoes of one pulse: what its sub-rays meet, joined where a device cannot tell two apart. An echo's power is the sum
 * over its rays, weighted by the beam's profile; its range their mean by power. Owned by one thread.
 */
final class Echoes {
  /** Two things nearer to each other than this along the beam make one echo: pulses are some nanoseconds long. */
  static final float RESOLUTION_M = 0.6f;

  /** Share of the beam's light in its middle ray, and in each of the others. */
  private static final float MIDDLE = 0.44f;

  private static final float RIM = 0.14f;

  private final int[] rays = new int[Firing.SUB_RAYS];
  private final float[] ranges = new float[Firing.SUB_RAYS];
  private final float[] powers = new float[Firing.SUB_RAYS];
  private final float[] intensities = new float[Firing.SUB_RAYS];
  private int rayCount;

  private final float[] range = new float[Firing.SUB_RAYS];
  private final float[] power = new float[Firing.SUB_RAYS];
  private final float[] intensity = new float[Firing.SUB_RAYS];
  private final int[] strongestRay = new int[Firing.SUB_RAYS];
  private final float[] strongestPower = new float[Firing.SUB_RAYS];
  private int count;

  void clear() {
    rayCount = 0;
    count = 0;
  }

  /** Adds what one sub-ray meets: power over the device's threshold, intensity as if the whole beam met it. */
  void add(int ray, float rangeM, float rayPower, float rayIntensity) {
    float share = ray == 0 ? MIDDLE : RIM;
    int at = rayCount++;
    while (at > 0 && ranges[at - 1] > rangeM) {
      rays[at] = rays[at - 1];
      ranges[at] = ranges[at - 1];
      powers[at] = powers[at - 1];
      intensities[at] = intensities[at - 1];
      at--;
    }
    rays[at] = ray;
    ranges[at] = rangeM;
    powers[at] = share * rayPower;
    intensities[at] = share * rayIntensity;
  }

  /** Joins the rays to echoes, nearest first. */
  void join() {
    count = 0;
    for (int i = 0; i < rayCount; i++) {
      if (count == 0 || ranges[i] - ranges[i - 1] > RESOLUTION_M) {
        range[count] = 0.0f;
        power[count] = 0.0f;
        intensity[count] = 0.0f;
        strongestPower[count] = -1.0f;
        count++;
      }
      int echo = count - 1;
      // An echo without any power lies where its last ray ends.
      float weight = powers[i] + 1e-12f;
      float sum = power[echo] + weight;
      range[echo] += weight / sum * (ranges[i] - range[echo]);
      power[echo] = sum;
      intensity[echo] += intensities[i];
      if (powers[i] > strongestPower[echo]) {
        strongestPower[echo] = powers[i];
        strongestRay[echo] = rays[i];
      }
    }
  }

  int count() {
    return count;
  }

  float rangeM(int echo) {
    return range[echo];
  }

  float power(int echo) {
    return power[echo];
  }

  float intensity(int echo) {
    return intensity[echo];
  }

  /** The sub-ray that gives most of an echo. */
  int ray(int echo) {
    return strongestRay[echo];
  }

  /** Takes an echo away that stayed below the threshold. */
  void drop(int echo) {
    count--;
    for (int i = echo; i < count; i++) {
      range[i] = range[i + 1];
      power[i] = power[i + 1];
      intensity[i] = intensity[i + 1];
      strongestRay[i] = strongestRay[i + 1];
    }
  }

  /** The echo reported first, -1 when there is none. */
  int first(Returns returns) {
    return switch (returns) {
      case FIRST -> count > 0 ? 0 : -1;
      case LAST -> count - 1;
      case STRONGEST, DUAL -> strongest(-1);
    };
  }

  /** The echo reported besides, -1 when there is none. */
  int second(Returns returns) {
    if (returns != Returns.DUAL || count < 2) {
      return -1;
    }
    int strongest = strongest(-1);
    return strongest == count - 1 ? strongest(strongest) : count - 1;
  }

  private int strongest(int besides) {
    int best = -1;
    for (int i = 0; i < count; i++) {
      if (i != besides && (best < 0 || power[i] > power[best])) {
        best = i;
      }
    }
    return best;
  }
}
