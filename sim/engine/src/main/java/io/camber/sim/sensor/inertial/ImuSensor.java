package io.camber.sim.sensor.inertial;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.ImuSample;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Inertial unit at the origin of {@code base_link}. Motion is taken from three successive true poses by central
 * differences, so a sample belongs to the middle one. Vertical acceleration of the road is left to the suspension: only
 * gravity appears along z.
 */
public final class ImuSensor {
  private static final double GRAVITY_MPS2 = 9.81;
  private static final long THERMAL = 0x7468_6572_6d61_6c00L;

  private final Triad accelerometer;
  private final Triad gyroscope;
  private final ThermalConfig thermal;
  private final Vec3 accelPerK;
  private final Vec3 gyroPerK;
  private @Nullable Pose3 older;
  private @Nullable Pose3 middle;
  private long olderNs;
  private long middleNs;

  public ImuSensor(ImuConfig config, long seed) {
    accelerometer = new Triad(config.accelerometer(), seed);
    gyroscope = new Triad(config.gyroscope(), ~seed);
    thermal = config.thermal();
    // A stream of its own: a warm unit's noise does not change with it.
    Random random = new Random(seed ^ THERMAL);
    accelPerK = gaussian(random, thermal.accelStdPerK());
    gyroPerK = gaussian(random, thermal.gyroStdPerK());
  }

  /** Takes the next true pose, equally spaced in time; the sample belongs to the pose before. Empty for the first two. */
  public Optional<ImuSample> update(long timeNs, Pose3 mapFromBase) {
    Pose3 first = older;
    Pose3 second = middle;
    long firstNs = olderNs;
    long secondNs = middleNs;
    older = second;
    olderNs = secondNs;
    middle = mapFromBase;
    middleNs = timeNs;
    if (first == null || second == null) {
      return Optional.empty();
    }
    double stepS = 0.5e-9 * (timeNs - firstNs);
    Vec3 trueForce = specificForce(first, second, mapFromBase, stepS);
    Vec3 trueRate = angularRate(first, second, mapFromBase, stepS);
    double missingK = thermal.missingK(secondNs * 1e-9);
    Vec3 force = accelerometer.read(trueForce.plus(accelPerK.times(missingK)), stepS);
    Vec3 rate = gyroscope.read(trueRate.plus(gyroPerK.times(missingK)), stepS);
    return Optional.of(new ImuSample(secondNs, force, rate));
  }

  private static Vec3 gaussian(Random random, double std) {
    return new Vec3(
        std * random.nextGaussian(), std * random.nextGaussian(), std * random.nextGaussian());
  }

  private static Vec3 specificForce(Pose3 a, Pose3 b, Pose3 c, double stepS) {
    double ax = (c.x() - 2.0 * b.x() + a.x()) / (stepS * stepS);
    double ay = (c.y() - 2.0 * b.y() + a.y()) / (stepS * stepS);
    Pose3 turn = new Pose3(0.0, 0.0, 0.0, b.yaw(), b.pitch(), b.roll());
    return turn.applyInverse(new Vec3(ax, ay, GRAVITY_MPS2));
  }

  private static Vec3 angularRate(Pose3 a, Pose3 b, Pose3 c, double stepS) {
    double yaw = Angles.difference(c.yaw(), a.yaw()) / (2.0 * stepS);
    double pitch = Angles.difference(c.pitch(), a.pitch()) / (2.0 * stepS);
    double roll = Angles.difference(c.roll(), a.roll()) / (2.0 * stepS);
    double sr = StrictMath.sin(b.roll());
    double cr = StrictMath.cos(b.roll());
    double sp = StrictMath.sin(b.pitch());
    double cp = StrictMath.cos(b.pitch());
    // Body rates of the z-y'-x'' Euler angles.
    return new Vec3(roll - yaw * sp, pitch * cr + yaw * sr * cp, -pitch * sr + yaw * cr * cp);
  }
}
