package io.camber.sim.sensor.inertial;

import io.camber.geometry.Vec3;
import java.util.Random;

/** Three like axes with scale error, walking bias, white noise, saturation and quantisation. */
final class Triad {
  private final TriadConfig config;
  private final Random random;
  private Vec3 scale;
  private Vec3 bias;

  Triad(TriadConfig config, long seed) {
    this.config = config;
    random = new Random(seed);
    scale = gaussian(config.scaleStd()).plus(new Vec3(1.0, 1.0, 1.0));
    bias = gaussian(config.biasStd());
  }

  /** Reads the true value, averaged over {@code periodS} since the last reading. */
  Vec3 read(Vec3 truth, double periodS) {
    bias = bias.plus(gaussian(config.biasWalk() * Math.sqrt(periodS)));
    Vec3 noise = gaussian(config.noiseDensity() / Math.sqrt(periodS));
    return new Vec3(
        output(truth.x() * scale.x() + bias.x() + noise.x()),
        output(truth.y() * scale.y() + bias.y() + noise.y()),
        output(truth.z() * scale.z() + bias.z() + noise.z()));
  }

  private double output(double value) {
    double saturated = Math.max(-config.range(), Math.min(config.range(), value));
    return Quantum.round(saturated, config.quantum());
  }

  private Vec3 gaussian(double std) {
    return new Vec3(
        std * random.nextGaussian(), std * random.nextGaussian(), std * random.nextGaussian());
  }
}
