package io.camber.sim.dynamics;

/** Turns one acceleration demand into drive and brake efforts, each with its own lag and limit. Efforts are per mass. */
public final class Powertrain {
  private final PowertrainConfig config;
  private double driveShare;
  private double brakeShare;
  private double driveMps2;
  private double brakeMps2;

  public Powertrain(PowertrainConfig config, double substepS) {
    this.config = config;
    driveShare = FirstOrder.share(substepS, config.driveLagS());
    brakeShare = FirstOrder.share(substepS, config.brakeLagS());
  }

  /** Already delivers an effort, braking negative. */
  public void reset(double effortMps2) {
    driveMps2 = Math.max(0.0, Math.min(config.accelMps2Max(), effortMps2));
    brakeMps2 = Math.max(0.0, Math.min(config.decelMps2Max(), -effortMps2));
  }

  /** From now on without lag; efforts stay limited. */
  public void obeyAtOnce() {
    driveShare = 1.0;
    brakeShare = 1.0;
  }

  public void step(double demandMps2, double speedMps) {
    double drive = Math.max(0.0, Math.min(driveLimit(speedMps), demandMps2));
    double brake = Math.max(0.0, Math.min(config.decelMps2Max(), -demandMps2));
    driveMps2 += driveShare * (drive - driveMps2);
    brakeMps2 += brakeShare * (brake - brakeMps2);
  }

  private double driveLimit(double speedMps) {
    double byPower = config.powerWPerKgMax() / Math.max(1.0, speedMps);
    return Math.min(config.accelMps2Max(), byPower);
  }

  /** Drive force over mass, not negative. */
  public double driveMps2() {
    return driveMps2;
  }

  /** Brake force over mass, not negative. */
  public double brakeMps2() {
    return brakeMps2;
  }
}
