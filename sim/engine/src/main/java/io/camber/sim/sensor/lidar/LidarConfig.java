package io.camber.sim.sensor.lidar;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

import io.camber.geometry.Pose3;

/**
 * A spinning lidar. Mounting is the sensor's pose in {@code base_link}.
 *
 * @param columnCount firings of all beams in one revolution
 * @param sweepNs duration of one revolution
 * @param rangeMinM nearer returns are suppressed
 * @param rangeStdM standard deviation of the range noise
 * @param jitterStd standard deviation of a beam's direction about its nominal one, rad, each axis
 * @param dropout share of returns lost for no reason of the scene
 * @param profile device whose rays these are
 * @param echoes how true to the imperfections of real devices its echoes are
 */
public record LidarConfig(
    String sensorId,
    double mountX,
    double mountY,
    double mountZ,
    double mountYaw,
    double mountPitch,
    double mountRoll,
    int columnCount,
    long sweepNs,
    double rangeMinM,
    double rangeMaxM,
    double rangeStdM,
    double jitterStd,
    double dropout,
    String profile,
    EchoConfig echoes) {
  public LidarConfig {
    finite("mountX", mountX);
    finite("mountY", mountY);
    finite("mountZ", mountZ);
    finite("mountYaw", mountYaw);
    finite("mountPitch", mountPitch);
    finite("mountRoll", mountRoll);
    within("columnCount", columnCount, 4, 8192);
    within("sweepNs", (double) sweepNs, 1e6, 1e10);
    positive("rangeMinM", rangeMinM);
    within("rangeMaxM", rangeMaxM, rangeMinM, 500.0);
    notNegative("rangeStdM", rangeStdM);
    within("jitterStd", jitterStd, 0.0, 0.001);
    within("dropout", dropout, 0.0, 1.0);
    LidarProfile.named(profile);
  }

  /** The same with the rays of the default device. */
  public LidarConfig(
      String sensorId,
      double mountX,
      double mountY,
      double mountZ,
      double mountYaw,
      double mountPitch,
      double mountRoll,
      int columnCount,
      long sweepNs,
      double rangeMinM,
      double rangeMaxM,
      double rangeStdM,
      double jitterStd,
      double dropout) {
    this(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        columnCount,
        sweepNs,
        rangeMinM,
        rangeMaxM,
        rangeStdM,
        jitterStd,
        dropout,
        "roof64",
        EchoConfig.SIMPLE);
  }

  /** The same with the rays of another device. */
  public LidarConfig withProfile(String other) {
    return new LidarConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        columnCount,
        sweepNs,
        rangeMinM,
        rangeMaxM,
        rangeStdM,
        jitterStd,
        dropout,
        other,
        echoes);
  }

  /** The same with other echoes. */
  public LidarConfig withEchoes(EchoConfig other) {
    return new LidarConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        columnCount,
        sweepNs,
        rangeMinM,
        rangeMaxM,
        rangeStdM,
        jitterStd,
        dropout,
        profile,
        other);
  }

  /** The same with more or fewer firings in a revolution. */
  public LidarConfig withColumns(int columns) {
    return new LidarConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        columns,
        sweepNs,
        rangeMinM,
        rangeMaxM,
        rangeStdM,
        jitterStd,
        dropout,
        profile,
        echoes);
  }

  /** The default: 64 beams x 1024 columns at 10 Hz on the roof of a mid-size car. */
  public static LidarConfig roof() {
    return new LidarConfig(
        "lidar_top",
        1.3,
        0.0,
        1.85,
        0.0,
        0.0,
        0.0,
        1024,
        100_000_000L,
        0.9,
        120.0,
        0.02,
        0.00025,
        0.004);
  }

  /** The same sensor without noise, jitter and dropouts: an instrument for tests and calibration. */
  public LidarConfig withoutNoise() {
    return new LidarConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        columnCount,
        sweepNs,
        rangeMinM,
        rangeMaxM,
        0.0,
        0.0,
        0.0,
        profile,
        echoes);
  }

  public Pose3 baseFromLidar() {
    return new Pose3(mountX, mountY, mountZ, mountYaw, mountPitch, mountRoll);
  }
}
