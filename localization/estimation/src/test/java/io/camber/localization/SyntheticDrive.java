package io.camber.localization;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A drive with known truth, and sensors with seeded errors: biases, white noise, slow drift, wheel scale, quantisation. */
final class SyntheticDrive {
  static final long STEP_NS = 10_000_000L;
  private static final double STEP_S = 0.01;
  private static final double SLIP_S2PM = 0.0052;

  /** Speed and curvature over time, s. */
  interface Motion {
    double speed(double timeS);

    double curvature(double timeS);

    default double grade(double timeS) {
      return 0.0;
    }

    /** How much faster the wheels turn than the road passes, relative. */
    default double wheelSlip(double timeS) {
      return 0.0;
    }
  }

  static Motion motion(
      java.util.function.DoubleUnaryOperator speed,
      java.util.function.DoubleUnaryOperator curvature) {
    return new Motion() {
      @Override
      public double speed(double timeS) {
        return speed.applyAsDouble(timeS);
      }

      @Override
      public double curvature(double timeS) {
        return curvature.applyAsDouble(timeS);
      }
    };
  }

  static Motion circle() {
    return motion(t -> 10.0, t -> 0.03);
  }

  static Motion stopAndGo() {
    return motion(t -> Math.max(0.0, 6.0 * StrictMath.sin(0.2 * t)), t -> 0.01);
  }

  static Motion figureEight() {
    return motion(t -> 8.0, t -> 0.05 * StrictMath.sin(0.2 * t));
  }

  static Motion highway() {
    return motion(t -> 33.0, t -> 0.0015 * StrictMath.sin(0.15 * t));
  }

  /** A road that climbs 8 % and falls again, at 15 m/s. */
  static Motion hill() {
    return new Motion() {
      @Override
      public double speed(double timeS) {
        return 15.0;
      }

      @Override
      public double curvature(double timeS) {
        return 0.005;
      }

      @Override
      public double grade(double timeS) {
        return 0.08 * StrictMath.sin(0.3 * timeS);
      }
    };
  }

  /** A car on a motorway that drives and brakes in turns of six seconds; its wheels slip with the force. */
  static Motion slipping() {
    return new Motion() {
      @Override
      public double speed(double timeS) {
        return 30.0 - 4.0 * StrictMath.cos(0.5 * timeS);
      }

      @Override
      public double curvature(double timeS) {
        return 0.001;
      }

      @Override
      public double wheelSlip(double timeS) {
        return 0.01 * StrictMath.sin(0.5 * timeS);
      }
    };
  }

  double gyroBiasZ;
  double wheelScale;
  final List<Pose3> truth = new ArrayList<>();
  final List<Double> speeds = new ArrayList<>();
  final List<Double> slips = new ArrayList<>();
  final List<Double> yawRates = new ArrayList<>();
  final List<ImuSample> imu = new ArrayList<>();
  final List<GnssFix> fixes = new ArrayList<>();
  final List<WheelSpeeds> wheels = new ArrayList<>();
  private final Random random;
  private double driftX;
  private double driftY;

  SyntheticDrive(Motion motion, double durationS, long seed) {
    random = new Random(seed);
    int steps = (int) Math.round(durationS / STEP_S);
    drive(motion, steps + 2);
    sense(steps);
  }

  private void drive(Motion motion, int steps) {
    double x = 100.0;
    double y = -50.0;
    double z = 5.0;
    double yaw = 0.4;
    for (int i = 0; i < steps; i++) {
      double grade = motion.grade(i * STEP_S);
      truth.add(new Pose3(x, y, z, yaw, -grade, 0.0));
      speeds.add(motion.speed(i * STEP_S));
      slips.add(motion.wheelSlip(i * STEP_S));
      yawRates.add(speeds.get(i) * motion.curvature(i * STEP_S));
      for (int k = 0; k < 10; k++) {
        double t = i * STEP_S + k * 0.001 + 0.0005;
        double speed = motion.speed(t);
        double rate = speed * motion.curvature(t);
        double left = speed > 3.0 ? -SLIP_S2PM * speed * speed * rate : 0.0;
        double middle = yaw + 0.0005 * rate;
        double c = StrictMath.cos(middle);
        double s = StrictMath.sin(middle);
        double level = StrictMath.cos(motion.grade(t));
        x += 0.001 * (speed * level * c - left * s);
        y += 0.001 * (speed * level * s + left * c);
        z += 0.001 * speed * StrictMath.sin(motion.grade(t));
        yaw += 0.001 * rate;
      }
    }
  }

  private void sense(int steps) {
    Vec3 accelBias = vector(0.03);
    Vec3 gyroBias = vector(0.00175);
    double scale = 1.0 + 0.005 * random.nextGaussian();
    gyroBiasZ = gyroBias.z();
    wheelScale = scale;
    driftX = 0.03 * random.nextGaussian();
    driftY = 0.03 * random.nextGaussian();
    for (int i = 1; i < steps; i++) {
      imu.add(inertial(i, accelBias, gyroBias));
      if (i % 2 == 0) {
        wheels.add(wheel(i, scale));
      }
      if (i % 10 == 0) {
        fixes.add(fix(i));
      }
    }
  }

  private ImuSample inertial(int i, Vec3 accelBias, Vec3 gyroBias) {
    Pose3 a = truth.get(i - 1);
    Pose3 b = truth.get(i);
    Pose3 c = truth.get(i + 1);
    Vec3 accel = new Vec3(
        (c.x() - 2 * b.x() + a.x()) / (STEP_S * STEP_S),
        (c.y() - 2 * b.y() + a.y()) / (STEP_S * STEP_S),
        (c.z() - 2 * b.z() + a.z()) / (STEP_S * STEP_S) + 9.81);
    Vec3 force = new Pose3(0, 0, 0, b.yaw(), b.pitch(), b.roll()).applyInverse(accel);
    double yawRate = Angles.difference(c.yaw(), a.yaw()) / (2 * STEP_S);
    Vec3 rate = new Vec3(
        -yawRate * StrictMath.sin(b.pitch()),
        (c.pitch() - a.pitch()) / (2 * STEP_S),
        yawRate * StrictMath.cos(b.pitch()));
    return new ImuSample(
        i * STEP_NS,
        force.plus(accelBias).plus(vector(0.015)),
        rate.plus(gyroBias).plus(vector(0.00175)));
  }

  private WheelSpeeds wheel(int i, double scale) {
    double speed = speeds.get(i);
    double measured =
        speed < 0.1 ? 0.0 : speed * scale * (1.0 + slips.get(i)) + 0.01 * random.nextGaussian();
    double rear = Math.rint(measured * 115.2) / 115.2;
    return new WheelSpeeds(i * STEP_NS, rear, rear, rear, rear);
  }

  private GnssFix fix(int i) {
    double kept = StrictMath.exp(-0.1 / 60.0);
    double fresh = 0.03 * Math.sqrt(1 - kept * kept);
    driftX = kept * driftX + fresh * random.nextGaussian();
    driftY = kept * driftY + fresh * random.nextGaussian();
    Pose3 pose = truth.get(i);
    Vec3 position = new Vec3(
        pose.x() + driftX + 0.015 * random.nextGaussian(),
        pose.y() + driftY + 0.015 * random.nextGaussian(),
        pose.z() + 0.03 * random.nextGaussian());
    Vec2 velocity = pose.toPose2().forward().times(speeds.get(i));
    return new GnssFix(
        i * STEP_NS,
        position,
        velocity.plus(new Vec2(0.03 * random.nextGaussian(), 0.03 * random.nextGaussian())),
        Angles.wrap(pose.yaw() + 0.0025 * random.nextGaussian()),
        0.0335,
        0.03,
        0.0025);
  }

  private Vec3 vector(double std) {
    return new Vec3(
        std * random.nextGaussian(), std * random.nextGaussian(), std * random.nextGaussian());
  }
}
