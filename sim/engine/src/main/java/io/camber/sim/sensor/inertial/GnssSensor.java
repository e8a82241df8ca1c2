package io.camber.sim.sensor.inertial;

import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.GnssFix;
import io.camber.truth.ActorTruth;
import java.util.Random;

/** Satellite receiver that reports the origin of {@code base_link} in the map frame. Latency is its node's business. */
public final class GnssSensor {
  private final GnssConfig config;
  private final Random random;
  private final GaussMarkov driftX;
  private final GaussMarkov driftY;
  private final GaussMarkov driftZ;

  public GnssSensor(GnssConfig config, long seed) {
    this.config = config;
    random = new Random(seed);
    driftX = new GaussMarkov(config.driftStdM(), config.correlationS(), random);
    driftY = new GaussMarkov(config.driftStdM(), config.correlationS(), random);
    driftZ = new GaussMarkov(
        config.verticalFactor() * config.driftStdM(), config.correlationS(), random);
  }

  /** A fix {@code periodS} after the last one. */
  public GnssFix sample(long timeNs, ActorTruth ego, double periodS) {
    Vec3 truth = ego.mapFromReference().position();
    double white = config.whiteStdM();
    Vec3 position = new Vec3(
        truth.x() + driftX.step(periodS) + noise(white),
        truth.y() + driftY.step(periodS) + noise(white),
        truth.z() + driftZ.step(periodS) + noise(config.verticalFactor() * white));
    Vec2 velocity = ego.velocityMps()
        .plus(new Vec2(noise(config.velocityStdMps()), noise(config.velocityStdMps())));
    double yaw = Angles.wrap(ego.mapFromReference().yaw() + noise(config.yawStd()));
    return new GnssFix(
        timeNs,
        position,
        velocity,
        yaw,
        Math.sqrt(white * white + config.driftStdM() * config.driftStdM()),
        config.velocityStdMps(),
        config.yawStd());
  }

  /** A fix as buildings around leave it; the receiver knows of the trouble by what its ranges do not agree. */
  public static GnssFix among(GnssFix fix, SkyView.Detour detour) {
    if (detour.equals(SkyView.Detour.NONE)) {
      return fix;
    }
    return new GnssFix(
        fix.timeNs(),
        fix.position().plus(detour.errorM()),
        fix.velocityMps(),
        fix.yaw(),
        Math.sqrt(fix.positionStdM() * fix.positionStdM() + detour.stdM() * detour.stdM()),
        fix.velocityStdMps(),
        fix.yawStd());
  }

  private double noise(double std) {
    return std * random.nextGaussian();
  }
}
