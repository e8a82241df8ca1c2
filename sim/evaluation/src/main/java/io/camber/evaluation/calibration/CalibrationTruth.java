package io.camber.evaluation.calibration;

import io.camber.calibration.Quantity;
import io.camber.geometry.Pose3;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How the sensors of a simulated drive really sit, tick and scale. The lidar's mounting is the published one with the faults of
 * kind {@code turn}, {@code tilt} and {@code shift} that lasted for the whole drive, its clock that of {@code clock_step}; wheels,
 * gyro and steering are what they said against how the ego moved, over the whole drive.
 */
public final class CalibrationTruth {
  private static final double SPEED_MPS_MIN = 3.0;

  private final TreeMap<Long, Moment> moments = new TreeMap<>();
  private final List<ImuSample> inertial = new ArrayList<>();
  private final List<WheelSpeeds> wheels = new ArrayList<>();
  private final List<VehicleReport> reports = new ArrayList<>();
  private Optional<LidarCalibration> lidar = Optional.empty();
  private FaultTruths faults = FaultTruths.NONE;

  private record Moment(double speedMps, double yawRateRadps, double wheelAngle) {}

  public void onTruth(TruthFrame frame) {
    Optional<ActorTruth> ego = frame.ego();
    ego.ifPresent(actor -> moments.put(
        frame.timeNs(), new Moment(actor.speedMps(), actor.yawRateRadps(), actor.wheelAngle())));
  }

  public void onFaults(FaultTruths known) {
    faults = known;
  }

  /** What a sensor published; other values are ignored. */
  public void onMessage(Object value) {
    if (value instanceof ImuSample sample) {
      inertial.add(sample);
    } else if (value instanceof WheelSpeeds speeds) {
      wheels.add(speeds);
    } else if (value instanceof VehicleReport report) {
      reports.add(report);
    } else if (value instanceof LidarCalibration calibration && lidar.isEmpty()) {
      lidar = Optional.of(calibration);
    }
  }

  /** False when the drive has no truth, as those of real cars. */
  public boolean isKnown() {
    return !moments.isEmpty();
  }

  /** Empty without truth or without a lidar. */
  public Optional<Pose3> baseFromLidar() {
    if (!isKnown()) {
      return Optional.empty();
    }
    return lidar.map(calibration -> {
      Pose3 pose = calibration.baseFromLidar();
      for (FaultTruth fault : lasting(calibration.sensorId())) {
        pose = pose.times(moved(fault));
      }
      return pose;
    });
  }

  /** Empty when the drive does not tell. */
  public OptionalDouble of(Quantity quantity) {
    if (!isKnown()) {
      return OptionalDouble.empty();
    }
    Optional<Pose3> mounting = baseFromLidar();
    double value = switch (quantity) {
      case LIDAR_ROLL -> mounting.map(Pose3::roll).orElse(Double.NaN);
      case LIDAR_PITCH -> mounting.map(Pose3::pitch).orElse(Double.NaN);
      case LIDAR_YAW -> mounting.map(Pose3::yaw).orElse(Double.NaN);
      case LIDAR_X -> mounting.map(Pose3::x).orElse(Double.NaN);
      case LIDAR_Y -> mounting.map(Pose3::y).orElse(Double.NaN);
      case LIDAR_HEIGHT -> mounting.map(Pose3::z).orElse(Double.NaN);
      case LIDAR_CLOCK -> clockS();
      case WHEEL_SCALE -> wheelScale();
      case GYRO_BIAS -> gyro().offset();
      case STEERING_OFFSET -> steering().offset();
      case STEERING_RATIO -> 1.0 / steering().slope();
    };
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Why the drive does not tell a quantity. */
  String absence(Quantity quantity) {
    if (!isKnown()) {
      return "the drive has no truth to compare with";
    }
    return switch (quantity) {
      case LIDAR_ROLL, LIDAR_PITCH, LIDAR_YAW, LIDAR_X, LIDAR_Y, LIDAR_HEIGHT, LIDAR_CLOCK ->
        "no lidar of the drive told its calibration";
      case WHEEL_SCALE ->
        "the true scale is not determined: no wheel speeds while the car drove faster than 3 m/s";
      case GYRO_BIAS -> "the true bias is not determined: the car's yaw rate never changed";
      case STEERING_OFFSET, STEERING_RATIO ->
        "the true steering is not determined: the angle of the wheels never changed";
    };
  }

  private List<FaultTruth> lasting(String target) {
    long last = moments.lastKey();
    return faults.faults().stream()
        .filter(fault -> fault.target().equals(target))
        .filter(fault -> fault.startNs() <= moments.firstKey() && fault.endNs() > last)
        .toList();
  }

  /** What the fault did to the mounting: points appear turned the other way. */
  private static Pose3 moved(FaultTruth fault) {
    return switch (fault.kind()) {
      case "turn" -> new Pose3(0.0, 0.0, 0.0, fault.severity(), 0.0, 0.0);
      case "tilt" -> new Pose3(0.0, 0.0, 0.0, 0.0, fault.severity(), 0.0);
      case "shift" -> new Pose3(0.0, fault.severity(), 0.0, 0.0, 0.0, 0.0);
      default -> Pose3.IDENTITY;
    };
  }

  private double clockS() {
    return lidar
        .map(calibration -> lasting(calibration.sensorId()).stream()
            .filter(fault -> fault.kind().equals("clock_step"))
            .mapToDouble(FaultTruth::severity)
            .sum())
        .orElse(Double.NaN);
  }

  private double wheelScale() {
    double actual = 0.0;
    double measured = 0.0;
    for (WheelSpeeds speeds : wheels) {
      Moment moment = moments.get(speeds.timeNs());
      if (moment != null && moment.speedMps() >= SPEED_MPS_MIN) {
        actual += moment.speedMps();
        measured += speeds.rearMps();
      }
    }
    return measured > 0.0 ? actual / measured : Double.NaN;
  }

  private LineFit gyro() {
    LineFit fit = new LineFit();
    for (ImuSample sample : inertial) {
      Moment moment = moments.get(sample.timeNs());
      if (moment != null) {
        fit.add(moment.yawRateRadps(), sample.angularRateRadps().z());
      }
    }
    return fit;
  }

  private LineFit steering() {
    LineFit fit = new LineFit();
    for (VehicleReport report : reports) {
      Moment moment = moments.get(report.timeNs());
      if (moment != null) {
        fit.add(moment.wheelAngle(), report.steeringAngle());
      }
    }
    return fit;
  }
}
