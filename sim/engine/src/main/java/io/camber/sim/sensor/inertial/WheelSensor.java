package io.camber.sim.sensor.inertial;

import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorTruth;
import io.camber.truth.WheelTruth;
import java.util.Random;

/** Four wheel speeds: as the truth tells them, or of a rigid car that rolls without longitudinal slip. */
public final class WheelSensor {
  private final WheelConfig config;
  private final double wheelbaseM;
  private final double halfTrackM;
  private final Random random;
  private final double[] scale = new double[4];

  public WheelSensor(WheelConfig config, double wheelbaseM, double trackM, long seed) {
    this.config = config;
    this.wheelbaseM = wheelbaseM;
    halfTrackM = trackM / 2.0;
    random = new Random(seed);
    double common = config.scaleStd() * random.nextGaussian();
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1.0 + common + config.wheelScaleStd() * random.nextGaussian();
    }
  }

  public WheelSpeeds sample(long timeNs, ActorTruth ego) {
    double speed = ego.speedMps();
    double turn = ego.yawRateRadps() * halfTrackM;
    // Front wheels roll along their own heading; their velocity is (speed -+ turn, yaw rate *
    // wheelbase).
    double cosine = StrictMath.cos(ego.wheelAngle());
    double across = StrictMath.sin(ego.wheelAngle()) * ego.yawRateRadps() * wheelbaseM;
    return new WheelSpeeds(
        timeNs,
        read(0, cosine * (speed - turn) + across),
        read(1, cosine * (speed + turn) + across),
        read(2, speed - turn),
        read(3, speed + turn));
  }

  /** Wheels that turn as the truth tells. */
  public WheelSpeeds sample(long timeNs, WheelTruth wheels) {
    return new WheelSpeeds(
        timeNs,
        read(0, wheels.frontLeftMps()),
        read(1, wheels.frontRightMps()),
        read(2, wheels.rearLeftMps()),
        read(3, wheels.rearRightMps()));
  }

  private double read(int wheel, double truthMps) {
    double noise = config.noiseStdMps() * random.nextGaussian();
    if (Math.abs(truthMps) < config.speedMpsMin()) {
      return 0.0;
    }
    return Quantum.round(truthMps * scale[wheel] + noise, config.quantumMps());
  }
}
