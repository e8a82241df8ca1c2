package io.camber.sim.fault.stream;

import io.camber.geometry.Vec3;
import io.camber.sensing.ImuSample;
import io.camber.truth.FaultTruth;
import java.util.Random;

/** An inertial unit with noise, wrong scale or a bias. */
final class ImuFault implements Distortion<ImuSample> {
  /** Noise of a sound unit at 100 Hz; the severity of noise counts in it. */
  private static final double ACCEL_STD_MPS2 = 0.015;

  private static final double GYRO_STD_RADPS = 0.00175;

  private final FaultTruth fault;
  private final Random random;

  ImuFault(FaultTruth fault, Random random) {
    this.fault = fault;
    this.random = random;
  }

  @Override
  public ImuSample apply(ImuSample sample, long nowNs) {
    double severity = fault.severity();
    Vec3 force = sample.specificForceMps2();
    Vec3 rate = sample.angularRateRadps();
    return switch (fault.kind()) {
      case "noise" -> {
        double factor = Math.sqrt(Math.max(0.0, severity * severity - 1.0));
        yield new ImuSample(
            sample.timeNs(),
            force.plus(gaussian(factor * ACCEL_STD_MPS2)),
            rate.plus(gaussian(factor * GYRO_STD_RADPS)));
      }
      case "scale" ->
        new ImuSample(sample.timeNs(), force.times(1.0 + severity), rate.times(1.0 + severity));
      case "accel_bias" ->
        new ImuSample(sample.timeNs(), force.plus(new Vec3(severity, 0.0, 0.0)), rate);
      case "gyro_bias" ->
        new ImuSample(sample.timeNs(), force, rate.plus(new Vec3(0.0, 0.0, severity)));
      default -> sample;
    };
  }

  private Vec3 gaussian(double std) {
    return new Vec3(
        std * random.nextGaussian(), std * random.nextGaussian(), std * random.nextGaussian());
  }
}
