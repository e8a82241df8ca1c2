package io.camber.localization.calibration;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.localization.odometry.Alignment;
import io.camber.localization.odometry.Cloud;
import io.camber.localization.odometry.GroundPlane;
import io.camber.localization.odometry.LidarOdometry;
import io.camber.localization.odometry.MotionRecord;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.WheelSpeeds;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Calibrates the sensors of a drive from what they publish. Hears it message by message, in the order of the drive; the answer can
 * be had for any time up to then. Planar hand-eye on flat enough roads: what hills and bends in height would tell is not used.
 * Owned by one thread.
 */
public final class Calibrator {
  /** Sweeps that wait for the gyro; more are dropped, oldest first. */
  private static final int PENDING_MAX = 8;

  /** The acceleration is that over twice this time. */
  private static final long ACCEL_NS = 200_000_000L;

  private final MotionRecord motion = new MotionRecord();
  private final Level level = new Level();
  private final LidarOdometry odometry = new LidarOdometry();
  private final List<GnssFix> fixes = new ArrayList<>();
  private final List<VehicleReport> reports = new ArrayList<>();
  private final Deque<LidarSweep> pending = new ArrayDeque<>();
  private Optional<LidarCalibration> lidar = Optional.empty();
  private Optional<VehicleDescription> vehicle = Optional.empty();
  private Optional<GroundPlane> ground = Optional.empty();
  private long firstNs = Long.MAX_VALUE;
  private long lastNs = Long.MIN_VALUE;

  public void update(LidarCalibration calibration) {
    if (lidar.isEmpty()) {
      lidar = Optional.of(calibration);
    }
  }

  public void update(VehicleDescription description) {
    vehicle = Optional.of(description);
  }

  public void update(WheelSpeeds speeds) {
    motion.add(speeds);
  }

  public void update(ImuSample sample) {
    motion.add(sample);
    firstNs = Math.min(firstNs, sample.timeNs());
    lastNs = Math.max(lastNs, sample.timeNs());
    while (!pending.isEmpty() && pending.peekFirst().timeNs() + ACCEL_NS < sample.timeNs()) {
      look(pending.removeFirst());
    }
  }

  public void update(GnssFix fix) {
    fixes.add(fix);
  }

  public void update(VehicleReport report) {
    reports.add(report);
  }

  /** Sweeps of other lidars than the first that told its calibration are left out. */
  public void update(LidarSweep sweep) {
    boolean isOurs =
        lidar.isPresent() && lidar.get().sensorId().equals(sweep.sensorId()) && sweep.size() > 0;
    if (isOurs) {
      if (pending.size() == PENDING_MAX) {
        pending.removeFirst();
      }
      pending.addLast(sweep);
    }
  }

  private void look(LidarSweep sweep) {
    long timeNs = sweep.timeNs();
    if (!motion.covers(sweep.startNs() - ACCEL_NS, timeNs + ACCEL_NS)) {
      return;
    }
    Cloud cloud = Cloud.of(sweep, lidar.orElseThrow().baseFromLidar(), motion);
    double accel =
        (motion.speedAt(timeNs + ACCEL_NS) - motion.speedAt(timeNs - ACCEL_NS)) / (2e-9 * ACCEL_NS);
    double lateral = motion.speedAt(timeNs) * motion.yawRateAt(timeNs);
    Optional<GroundPlane> plane = GroundPlane.fit(cloud);
    plane.ifPresent(found -> {
      level.add(timeNs, found, accel, lateral);
      ground = Optional.of(found);
    });
    // The body leans in bends: each sweep is levelled by the road that it sees itself.
    ground.ifPresent(known -> {
      cloud.move(known.levelFromHere());
      if (odometry.needsKey()) {
        odometry.key(timeNs, cloud);
      } else {
        odometry.add(timeNs, cloud, motion);
      }
    });
  }

  /** First inertial sample. */
  public long firstNs() {
    return firstNs;
  }

  /** Last inertial sample. */
  public long lastNs() {
    return lastNs;
  }

  /** What the drive up to a time tells. */
  public CalibrationResult result(long untilNs) {
    if (motion.size() == 0) {
      return new CalibrationResult(
          lidar.map(LidarCalibration::baseFromLidar),
          0.0,
          Arrays.stream(Quantity.values())
              .map(quantity ->
                  Estimate.absent(quantity, "the drive has no wheel speeds beside its gyro"))
              .toList());
    }
    List<Alignment> alignments = odometry.alignments().stream()
        .filter(alignment -> alignment.timeNs() <= untilNs)
        .toList();
    Estimate clock = ClockOffset.estimate(alignments, motion);
    Optional<HandEye.Solution> handEye =
        HandEye.solve(alignments, motion, clock.value().orElse(0.0));
    List<Estimate> estimates = new ArrayList<>(
        Mounting.estimates(lidar.map(LidarCalibration::baseFromLidar), level, untilNs, handEye));
    Estimate wheels = WheelScale.estimate(fixes, motion, untilNs, handEye);
    Estimate bias = StandingBias.estimate(motion, untilNs, handEye);
    estimates.add(lidar.isPresent() ? clock : Mounting.noLidar(Quantity.LIDAR_CLOCK));
    estimates.add(wheels);
    estimates.add(bias);
    estimates.addAll(steering(untilNs, wheels, bias));
    List<Estimate> honest = estimates.stream()
        .map(one -> one.value().isEmpty()
            ? one
            : Estimate.of(
                one.quantity(),
                one.value().getAsDouble(),
                Systematic.std(one.quantity(), one.std()),
                one.note()))
        .toList();
    double durationS = lastNs > firstNs ? (Math.min(untilNs, lastNs) - firstNs) * 1e-9 : 0.0;
    return new CalibrationResult(lidar.map(LidarCalibration::baseFromLidar), durationS, honest);
  }

  private List<Estimate> steering(long untilNs, Estimate wheels, Estimate bias) {
    Optional<Double> known =
        bias.value().isPresent() ? Optional.of(bias.value().getAsDouble()) : Optional.empty();
    if (vehicle.isEmpty()) {
      String reason = "the drive does not tell the wheelbase";
      return List.of(
          Estimate.absent(Quantity.STEERING_OFFSET, reason),
          Estimate.absent(Quantity.STEERING_RATIO, reason));
    }
    return SteeringFit.estimate(
        reports, vehicle.get().wheelbaseM(), motion, untilNs, wheels.value().orElse(1.0), known);
  }
}
