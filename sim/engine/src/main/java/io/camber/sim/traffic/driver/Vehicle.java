package io.camber.sim.traffic.driver;

/** What kinds of vehicles take part, with their usual size. */
public enum Vehicle {
  CAR(4.5, 1.85, 1.5, 0.9),
  VAN(5.6, 2.0, 2.0, 1.0),
  TRUCK(8.0, 2.4, 3.2, 1.4),
  BICYCLE(1.8, 0.6, 1.7, 0.35);

  private final double lengthM;
  private final double widthM;
  private final double heightM;
  private final double rearOverhangM;

  Vehicle(double lengthM, double widthM, double heightM, double rearOverhangM) {
    this.lengthM = lengthM;
    this.widthM = widthM;
    this.heightM = heightM;
    this.rearOverhangM = rearOverhangM;
  }

  public double lengthM() {
    return lengthM;
  }

  public double widthM() {
    return widthM;
  }

  public double heightM() {
    return heightM;
  }

  /** From the rear bumper forward to the rear axle. */
  public double rearOverhangM() {
    return rearOverhangM;
  }
}
