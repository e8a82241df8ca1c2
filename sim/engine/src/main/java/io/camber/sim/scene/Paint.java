package io.camber.sim.scene;

/** Colours of cars and clothes: albedo in linear RGB and reflectivity at 905 nm, where most blacks are dark and reds bright. */
public enum Paint {
  WHITE(0.72, 0.72, 0.71, 0.62),
  SILVER(0.42, 0.43, 0.45, 0.48),
  GREY(0.14, 0.145, 0.15, 0.24),
  BLACK(0.018, 0.018, 0.020, 0.07),
  BLUE(0.03, 0.09, 0.30, 0.22),
  RED(0.42, 0.022, 0.020, 0.45),
  GREEN(0.04, 0.17, 0.08, 0.28),
  BEIGE(0.45, 0.38, 0.26, 0.50),
  ORANGE(0.55, 0.17, 0.02, 0.50),
  NAVY(0.02, 0.035, 0.09, 0.12);

  /** Shares of a car park, in tenths of all paints taken in this order. */
  private static final Paint[] PARK = {
    WHITE, SILVER, GREY, BLACK, BLUE, RED, WHITE, GREY, SILVER, BLACK, BLUE, GREEN, RED, BEIGE,
    NAVY, ORANGE
  };

  private final float red;
  private final float green;
  private final float blue;
  private final float reflectivity;

  Paint(double red, double green, double blue, double reflectivity) {
    this.red = (float) red;
    this.green = (float) green;
    this.blue = (float) blue;
    this.reflectivity = (float) reflectivity;
  }

  /** The paint that belongs to a hash, the same in every run. */
  public static Paint of(long hash) {
    return PARK[(int) (Hash.mix(hash) >>> 60)];
  }

  public float red() {
    return red;
  }

  public float green() {
    return green;
  }

  public float blue() {
    return blue;
  }

  public float reflectivity() {
    return reflectivity;
  }
}
