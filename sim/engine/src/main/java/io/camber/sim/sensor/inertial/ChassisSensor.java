package io.camber.sim.sensor.inertial;

import io.camber.truth.ActorTruth;
import io.camber.vehicle.VehicleReport;
import java.util.Random;

/** What the car measures about itself: speed, steering angle, acceleration. */
public final class ChassisSensor {
  private final ChassisSensorConfig config;
  private final Random random;
  private final double steeringOffset;

  public ChassisSensor(ChassisSensorConfig config, long seed) {
    this.config = config;
    random = new Random(seed);
    steeringOffset = config.steeringOffsetStd() * random.nextGaussian();
  }

  public VehicleReport sample(long timeNs, ActorTruth ego, boolean engaged) {
    double steering =
        ego.wheelAngle() + steeringOffset + config.steeringNoiseStd() * random.nextGaussian();
    double accel = ego.accelMps2() + config.accelNoiseStdMps2() * random.nextGaussian();
    return new VehicleReport(
        timeNs,
        speed(ego.speedMps()),
        Quantum.round(steering, config.steeringQuantum()),
        Quantum.round(accel, config.accelQuantumMps2()),
        engaged);
  }

  /** Wheels that stand still give no ticks, hence no noise. */
  private double speed(double truthMps) {
    double noise = config.speedNoiseStdMps() * random.nextGaussian();
    return truthMps == 0.0 ? 0.0 : Quantum.round(truthMps + noise, config.speedQuantumMps());
  }
}
