package io.camber.sim.sensor.camera.raster;

/** Rounding alone: the platform's also minds NaN and the sign of zero, which costs where pixels are made. */
public final class Floats {
  private Floats() {}

  public static int floor(float value) {
    int truncated = (int) value;
    return value < truncated ? truncated - 1 : truncated;
  }
}
