package io.camber.drives.comma;

import io.camber.drives.frame.Rigid;
import io.camber.drives.log.ImportNotes;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Samples of the phone's inertial unit: axes ahead, right and down, specific force (at rest -9.81 downwards), turn rate. */
final class Inertial {
  /** Less of the mean force than this along the car's z axis, and the unit does not stand upright. */
  private static final double UPRIGHT_SHARE = 0.7;

  private static final int AXES = 3;

  private final Series forces;
  private final Series rates;
  private final Optional<Series> biases;
  private final Rigid baseFromDevice;

  private Inertial(Series forces, Series rates, Optional<Series> biases, Rigid baseFromDevice) {
    this.forces = forces;
    this.rates = rates;
    this.biases = biases;
    this.baseFromDevice = baseFromDevice;
  }

  static Optional<Stream> find(Segment segment, Pose3 baseFromDevice, ImportNotes notes)
      throws IOException {
    Optional<Series> forces = Series.find(segment, "IMU/accelerometer", AXES);
    Optional<Series> calibrated = Series.find(segment, "IMU/gyro", AXES);
    Optional<Series> raw = Series.find(segment, "IMU/gyro_uncalibrated", AXES);
    Optional<Series> bias = Series.find(segment, "IMU/gyro_bias", AXES);
    Optional<Series> rates = calibrated.or(() -> raw);
    if (forces.isEmpty() || rates.isEmpty()) {
      forces.ifPresent(lone -> notes.skip("IMU/accelerometer (no gyro beside it)", lone.size()));
      rates.ifPresent(lone -> notes.skip("IMU/gyro (no accelerometer beside it)", lone.size()));
      return Optional.empty();
    }
    if (calibrated.isPresent()) {
      raw.ifPresent(left ->
          notes.skip("IMU/gyro_uncalibrated (turn rates are taken from IMU/gyro)", left.size()));
      bias.ifPresent(left -> notes.skip("IMU/gyro_bias (is taken off IMU/gyro)", left.size()));
    } else {
      notes.remark("turn rates are IMU/gyro_uncalibrated "
          + (bias.isPresent() ? "less IMU/gyro_bias" : "with their bias"));
    }
    Inertial inertial = new Inertial(
        forces.get(),
        rates.get(),
        calibrated.isPresent() ? Optional.empty() : bias,
        Rigid.of(baseFromDevice));
    inertial.requireUpright(notes);
    return Optional.of(new Stream(
        forces.get().size(),
        forces.get()::timeNs,
        (log, i) -> log.write(Topics.IMU, inertial.sample(i), forces.get().timeNs(i))));
  }

  private ImuSample sample(int row) {
    long timeNs = forces.timeNs(row);
    return new ImuSample(
        timeNs,
        baseFromDevice.turn(leftAndUp(forces.at(row, 0), forces.at(row, 1), forces.at(row, 2))),
        baseFromDevice.turn(leftAndUp(rate(timeNs, 0), rate(timeNs, 1), rate(timeNs, 2))));
  }

  private double rate(long timeNs, int axis) {
    return rates.at(timeNs, axis) - biases.map(bias -> bias.at(timeNs, axis)).orElse(0.0);
  }

  private static Vec3 leftAndUp(double ahead, double right, double down) {
    return new Vec3(ahead, -right, -down);
  }

  private void requireUpright(ImportNotes notes) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < forces.size(); i++) {
      sum = sum.plus(sample(i).specificForceMps2());
    }
    Vec3 mean = sum.times(1.0 / forces.size());
    if (mean.z() < UPRIGHT_SHARE * mean.length()) {
      notes.remark(String.format(
          Locale.ROOT,
          "the device does not stand upright: on average it feels (%.1f %.1f %.1f) m/s2 in the car's axes",
          mean.x(),
          mean.y(),
          mean.z()));
    }
  }
}
