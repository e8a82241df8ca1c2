package io.camber.sim.fault.stream;

import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** A lidar that is noisy, half blind, dirty or not mounted where it says. */
final class LidarFault implements Distortion<LidarSweep> {
  /** Range noise of a sound sensor; the severity of noise counts in it. */
  private static final double SOUND_STD_M = 0.02;
  /** Dirt sits within so much of straight ahead. */
  private static final double DIRT_SPREAD = Math.PI / 3.0;

  private final FaultTruth fault;
  private final Random random;
  private final double sine;
  private final double cosine;
  private final double noiseStdM;
  private final double dirtAzimuth;

  LidarFault(FaultTruth fault, Random random) {
    this.fault = fault;
    this.random = random;
    sine = StrictMath.sin(fault.severity());
    cosine = StrictMath.cos(fault.severity());
    noiseStdM = SOUND_STD_M * Math.sqrt(Math.max(0.0, fault.severity() * fault.severity() - 1.0));
    dirtAzimuth = DIRT_SPREAD * (2.0 * Hash.unit(fault.seed()) - 1.0);
  }

  @Override
  public LidarSweep apply(LidarSweep sweep, long nowNs) {
    ByteBuffer source = sweep.packed();
    ByteBuffer points = ByteBuffer.allocate(source.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < sweep.size(); i++) {
      if (survives(sweep, i)) {
        int at = points.position();
        points.put(source.slice(i * LidarSweep.POINT_BYTES, LidarSweep.POINT_BYTES));
        move(points, at, sweep.x(i), sweep.y(i), sweep.z(i));
      }
    }
    points.flip();
    return new LidarSweep(sweep.sensorId(), sweep.startNs(), sweep.timeNs(), points);
  }

  private boolean survives(LidarSweep sweep, int i) {
    return switch (fault.kind()) {
      case "points_lost" -> random.nextDouble() >= fault.severity();
      case "dead_rings" -> Hash.unit(fault.seed() ^ sweep.ring(i)) >= fault.severity();
      case "blocked" -> !isBehindDirt(sweep.x(i), sweep.y(i));
      default -> true;
    };
  }

  private boolean isBehindDirt(double x, double y) {
    double away = Math.abs(StrictMath.atan2(y, x) - dirtAzimuth);
    return Math.min(away, 2.0 * Math.PI - away) <= Math.PI * fault.severity();
  }

  private void move(ByteBuffer points, int at, double x, double y, double z) {
    switch (fault.kind()) {
      case "noise" -> {
        double range = Math.max(1e-3, Math.sqrt(x * x + y * y + z * z));
        double scale = Math.max(0.0, 1.0 + noiseStdM * random.nextGaussian() / range);
        put(points, at, scale * x, scale * y, scale * z);
      }
      // The sensor sits elsewhere than it says, so everything seems moved the other way.
      case "shift" -> put(points, at, x, y - fault.severity(), z);
      case "tilt" -> put(points, at, cosine * x - sine * z, y, cosine * z + sine * x);
      case "turn" -> put(points, at, cosine * x + sine * y, cosine * y - sine * x, z);
      default -> {}
    }
  }

  private static void put(ByteBuffer points, int at, double x, double y, double z) {
    points.putFloat(at, (float) x).putFloat(at + 4, (float) y).putFloat(at + 8, (float) z);
  }
}
