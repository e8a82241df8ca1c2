package io.camber.sim.sensor.camera;

import static io.camber.geometry.Numbers.within;

/**
 * How a camera takes its picture, beyond the ideal pinhole.
 *
 * @param fisheye true for a lens whose radius grows with the angle off the axis (Kannala and Brandt 2006 with k1 and k2)
 * @param readoutS time from the first row's exposure to the last one's; 0 for a global shutter
 * @param shutterS time of one row's exposure, in which what moves is blurred; 0 freezes it
 * @param dirt share of the lens that dirt covers
 * @param raw true for the linear light of a mosaic of red, green, green and blue filters: each pixel keeps one colour
 */
public record Optics(boolean fisheye, double readoutS, double shutterS, double dirt, boolean raw) {
  /** A clean lens, an instant. */
  public static final Optics IDEAL = new Optics(false, 0.0, 0.0, 0.0, false);

  public Optics {
    within("readoutS", readoutS, 0.0, 0.1);
    within("shutterS", shutterS, 0.0, 0.1);
    within("dirt", dirt, 0.0, 0.5);
  }

  /** True when all of an image is one instant. */
  public boolean isInstant() {
    return readoutS == 0.0 && shutterS == 0.0;
  }
}
