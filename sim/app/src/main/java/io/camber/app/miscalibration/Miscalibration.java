package io.camber.app.miscalibration;

/**
 * A sensor that sits otherwise than it says.
 *
 * @param size greater than zero, in the unit of the axis
 */
public record Miscalibration(Axis axis, double size) {
  public Miscalibration {
    if (!(size > 0.0 && Double.isFinite(size))) {
      throw new IllegalArgumentException("size=" + size + " must be greater than 0");
    }
  }
}
