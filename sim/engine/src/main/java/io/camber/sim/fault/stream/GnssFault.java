package io.camber.sim.fault.stream;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.GnssFix;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.util.Random;

/** A receiver that is off: noise, a jump, a drift, or somebody who leads it away with a signal that agrees with itself. */
final class GnssFault implements Distortion<GnssFix> {
  private final FaultTruth fault;
  private final Random random;
  private final Vec2 direction;

  GnssFault(FaultTruth fault, Random random) {
    this.fault = fault;
    this.random = random;
    double yaw = 2.0 * Math.PI * Hash.unit(fault.seed());
    direction = new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw));
  }

  @Override
  public GnssFix apply(GnssFix fix, long nowNs) {
    double elapsedS = (nowNs - fault.startNs()) * 1e-9;
    double severity = fault.severity();
    return switch (fault.kind()) {
      case "noise" -> {
        double std = fix.positionStdM() * Math.sqrt(Math.max(0.0, severity * severity - 1.0));
        yield moved(
            fix, new Vec2(std * random.nextGaussian(), std * random.nextGaussian()), Vec2.ZERO);
      }
      case "jump" -> moved(fix, direction.times(severity), Vec2.ZERO);
      case "drift" -> moved(fix, direction.times(severity * elapsedS), Vec2.ZERO);
      case "spoof" -> moved(fix, direction.times(severity * elapsedS), direction.times(severity));
      default -> fix;
    };
  }

  private static GnssFix moved(GnssFix fix, Vec2 by, Vec2 faster) {
    Vec3 at = fix.position();
    return new GnssFix(
        fix.timeNs(),
        new Vec3(at.x() + by.x(), at.y() + by.y(), at.z()),
        fix.velocityMps().plus(faster),
        fix.yaw(),
        fix.positionStdM(),
        fix.velocityStdMps(),
        fix.yawStd());
  }
}
