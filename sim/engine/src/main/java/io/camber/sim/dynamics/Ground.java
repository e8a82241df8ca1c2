package io.camber.sim.dynamics;

/**
 * The road under the car.
 *
 * @param pitch of the road along the car, rad, ISO 8855: positive downhill
 * @param roll of the road across the car, rad, ISO 8855: positive where the right side is the lower one
 * @param frictionScaleLeft multiplies the friction of the left tyres; 1 on dry asphalt
 * @param frictionScaleRight the same for the right tyres
 */
public record Ground(
    double pitch, double roll, double frictionScaleLeft, double frictionScaleRight) {
  public static final Ground LEVEL = new Ground(0.0, 1.0);

  /** A road without cross slope, alike under both sides of the car. */
  public Ground(double pitch, double frictionScale) {
    this(pitch, 0.0, frictionScale, frictionScale);
  }

  /** For models that know one side only. */
  public double frictionScale() {
    return 0.5 * (frictionScaleLeft + frictionScaleRight);
  }
}
