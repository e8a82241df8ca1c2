package io.camber.sim.sensor.camera.raster;

/** Comparisons and rounding alone: the platform's also mind NaN and the sign of zero, which costs where pixels are made. */
public final class Floats {
  private Floats() {}

  public static float least(float a, float b, float c) {
    float lower = a < b ? a : b;
    return lower < c ? lower : c;
  }

  public static float most(float a, float b, float c) {
    float higher = a > b ? a : b;
    return higher > c ? higher : c;
  }

  public static int floor(float value) {
    int truncated = (int) value;
    return value < truncated ? truncated - 1 : truncated;
  }
}
