package io.camber.localization.calibration;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.WheelSpeeds;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A car that winds over a flat place with walls and posts, with sensors whose errors are chosen: what every quantity is is known
 * in closed form. Rays meet planes and cylinders exactly; nothing of the simulator is used.
 */
final class Street {
  static final long STEP_NS = 10_000_000L;
  private static final VehicleDescription CAR = VehicleDescription.midSizeCar();

  Pose3 published = new Pose3(1.3, 0.0, 1.85, 0.0, 0.0, 0.0);
  Pose3 actual = published;
  double clockS;
  double wheelScale = 1.0;
  double gyroBias;

  /** True over measured. */
  double gyroScale = 1.0;

  /** Slip angle of the rear axle a lateral acceleration. */
  double slipS2pM = 0.005;

  double steeringOffset;
  double rangeStdM = 0.02;
  DoubleUnaryOperator speed = t -> 7.0 + 2.0 * StrictMath.sin(0.25 * t);
  DoubleUnaryOperator curvature = t -> 0.05 * StrictMath.cos(0.7 * t);
  boolean hasObjects = true;

  private final List<double[]> posts = new ArrayList<>();
  private final Random random;

  Street() {
    this(5);
  }

  /** Another seed is other noise. */
  Street(long seed) {
    random = new Random(seed);
    Random where = new Random(11);
    for (int i = 0; i < 1500; i++) {
      posts.add(
          new double[] {600.0 * where.nextDouble() - 60.0, 400.0 * where.nextDouble() - 200.0});
    }
  }

  /** Tells a calibrator the whole drive. */
  Calibrator drive(double durationS) {
    Calibrator calibrator = new Calibrator();
    calibrator.update(CAR);
    calibrator.update(new LidarCalibration("lidar_top", published, 8, 360, 60.0, 100_000_000L));
    int steps = (int) Math.round(durationS / 0.01);
    Pose2[] poses = poses(steps + 60);
    for (int i = 0; i < steps; i++) {
      long timeNs = i * STEP_NS;
      double t = i * 0.01;
      double v = speed.applyAsDouble(t);
      double rate = v * curvature.applyAsDouble(t);
      calibrator.update(new WheelSpeeds(timeNs, v, v, v / wheelScale, v / wheelScale));
      calibrator.update(
          new VehicleReport(timeNs, v, steering(v, rate) + steeringOffset, 0.0, true));
      if (i % 10 == 0) {
        calibrator.update(fix(timeNs, poses[i], v, rate));
      }
      calibrator.update(new ImuSample(
          timeNs, new Vec3(0.0, v * rate, 9.81), new Vec3(0.0, 0.0, rate / gyroScale + gyroBias)));
      if (i % 10 == 0 && i >= 10) {
        calibrator.update(sweep(poses, i));
      }
    }
    return calibrator;
  }

  private static double steering(double v, double rate) {
    return v == 0.0 ? 0.0 : StrictMath.atan(CAR.wheelbaseM() * rate / v) + 0.002 * v * rate;
  }

  private GnssFix fix(long timeNs, Pose2 pose, double v, double rate) {
    Vec2 velocity = pose.forward().times(v).plus(pose.left().times(-slipS2pM * v * v * rate));
    return new GnssFix(
        timeNs, new Vec3(pose.x(), pose.y(), 0.0), velocity, pose.yaw(), 0.02, 0.03, 0.0025);
  }

  private Pose2[] poses(int count) {
    Pose2[] poses = new Pose2[count];
    Pose2 pose = Pose2.IDENTITY;
    for (int i = 0; i < count; i++) {
      poses[i] = pose;
      for (int k = 0; k < 10; k++) {
        double t = i * 0.01 + k * 0.001 + 0.0005;
        double v = speed.applyAsDouble(t);
        double rate = v * curvature.applyAsDouble(t);
        double left = -slipS2pM * v * v * rate;
        Pose2 middle = new Pose2(pose.x(), pose.y(), pose.yaw() + 0.0005 * rate);
        Vec2 next = middle.apply(new Vec2(0.001 * v, 0.001 * left));
        pose = new Pose2(next.x(), next.y(), pose.yaw() + 0.001 * rate);
      }
    }
    return poses;
  }

  /** A revolution that ends at step {@code end}; its stamps are of the lidar's own clock. */
  private LidarSweep sweep(Pose2[] poses, int end) {
    int columns = 720;
    ByteBuffer points =
        ByteBuffer.allocate(columns * 24 * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Pose2 here = poses[end];
    List<double[]> around = posts.stream()
        .filter(post -> here.position().distanceTo(new Vec2(post[0], post[1])) < 55.0)
        .toList();
    for (int column = 0; column < columns; column++) {
      double back = 10.0 * (1.0 - (column + 0.5) / columns);
      int whole = (int) Math.floor(end - back);
      double share = end - back - whole;
      Pose2 a = poses[whole];
      Pose2 b = poses[whole + 1];
      Pose2 base = new Pose2(
          a.x() + share * (b.x() - a.x()),
          a.y() + share * (b.y() - a.y()),
          a.yaw() + share * (b.yaw() - a.yaw()));
      Pose3 lidar = Pose3.of(base).times(actual);
      double azimuth = 2.0 * Math.PI * column / columns - Math.PI;
      for (int ring = 0; ring < 24; ring++) {
        ray(
            around,
            points,
            lidar,
            azimuth,
            -0.42 + 0.024 * ring,
            (int) Math.round((10.0 - back) * 1e7),
            ring);
      }
    }
    points.flip();
    long offsetNs = Math.round(clockS * 1e9);
    return new LidarSweep(
        "lidar_top", (end - 10) * STEP_NS + offsetNs, end * STEP_NS + offsetNs, points);
  }

  private void ray(
      List<double[]> around,
      ByteBuffer points,
      Pose3 lidar,
      double azimuth,
      double elevation,
      int offsetNs,
      int ring) {
    double c = StrictMath.cos(elevation);
    Vec3 local = new Vec3(
        c * StrictMath.cos(azimuth), c * StrictMath.sin(azimuth), StrictMath.sin(elevation));
    Vec3 origin = lidar.position();
    Vec3 way = lidar.apply(local).minus(origin);
    double range = way.z() < -1e-6 ? -origin.z() / way.z() : 60.0;
    if (hasObjects) {
      range = Math.min(range, wall(origin, way));
      for (double[] post : around) {
        range = Math.min(range, post(post, origin, way, range));
      }
    }
    if (range < 50.0 && range > 1.0) {
      double measured = range + rangeStdM * random.nextGaussian();
      LidarSweep.put(
          points,
          (float) (measured * local.x()),
          (float) (measured * local.y()),
          (float) (measured * local.z()),
          offsetNs,
          ring,
          50);
    }
  }

  /** Two long walls askew to each other. */
  private static double wall(Vec3 origin, Vec3 way) {
    double near = 60.0;
    double[][] walls = {{0.05, 1.0, 32.0}, {-0.02, 1.0, -27.0}};
    for (double[] wall : walls) {
      double towards = wall[0] * way.x() + wall[1] * way.y();
      double range = (wall[2] - wall[0] * origin.x() - wall[1] * origin.y()) / towards;
      if (range > 0.0) {
        near = Math.min(near, range);
      }
    }
    return near;
  }

  private static double post(double[] post, Vec3 origin, Vec3 way, double reach) {
    double dx = post[0] - origin.x();
    double dy = post[1] - origin.y();
    double level = Math.sqrt(way.x() * way.x() + way.y() * way.y());
    double along = (dx * way.x() + dy * way.y()) / level;
    double square = dx * dx + dy * dy - along * along;
    double inside = 0.04 - square;
    if (along <= 1.0 || inside <= 0.0) {
      return reach;
    }
    return Math.min(reach, (along - Math.sqrt(inside)) / level);
  }
}
