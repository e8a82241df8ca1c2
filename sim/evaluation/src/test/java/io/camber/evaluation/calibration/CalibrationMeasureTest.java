package io.camber.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CalibrationMeasureTest {
  private static final Pose3 PUBLISHED = new Pose3(1.3, 0.0, 1.85, 0.0, 0.0, 0.0);

  @Test
  void truthIsWhatFaultsAndSensorsSay() {
    CalibrationTruth truth = truth(List.of(
        fault("turn", 0.02, Long.MAX_VALUE),
        fault("shift", 0.05, Long.MAX_VALUE),
        fault("clock_step", 0.02, Long.MAX_VALUE),
        fault("tilt", 0.5, 10)));

    assertThat(truth.of(Quantity.LIDAR_YAW).getAsDouble()).isCloseTo(0.02, within(1e-12));
    assertThat(truth.of(Quantity.LIDAR_PITCH).getAsDouble()).isCloseTo(0.0, within(1e-12));
    // Moved to the left of where it looks, which is turned.
    assertThat(truth.of(Quantity.LIDAR_X).getAsDouble())
        .isCloseTo(1.3 - 0.05 * StrictMath.sin(0.02), within(1e-12));
    assertThat(truth.of(Quantity.LIDAR_Y).getAsDouble())
        .isCloseTo(0.05 * StrictMath.cos(0.02), within(1e-12));
    assertThat(truth.of(Quantity.LIDAR_CLOCK).getAsDouble()).isEqualTo(0.02);
    assertThat(truth.of(Quantity.WHEEL_SCALE).getAsDouble()).isCloseTo(1.0 / 1.01, within(1e-9));
    assertThat(truth.of(Quantity.GYRO_BIAS).getAsDouble()).isCloseTo(0.003, within(1e-9));
    assertThat(truth.of(Quantity.STEERING_OFFSET).getAsDouble()).isCloseTo(0.004, within(1e-9));
    assertThat(truth.of(Quantity.STEERING_RATIO).getAsDouble()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void errorsAreDistancesFromTheTruth() {
    CalibrationResult result = result(60.0, 0.03, 0.04, 0.004);

    List<Metric> metrics = report(List.of(result), truth(List.of()));

    // Turns of 0.03 about z and of -0.04 about the turned y axis, at right angles to each other.
    double angle = 2.0 * StrictMath.acos(StrictMath.cos(0.015) * StrictMath.cos(0.02));
    assertThat(value(metrics, "calibration.rotationError")).isCloseTo(angle, within(1e-9));
    assertThat(value(metrics, "calibration.translationError")).isCloseTo(0.05, within(1e-12));
    assertThat(value(metrics, "calibration.error.lidar.yaw")).isCloseTo(0.03, within(1e-12));
    assertThat(value(metrics, "calibration.error.lidar.clock")).isCloseTo(0.004, within(1e-12));
    assertThat(value(metrics, "calibration.errorOverStd.lidar.clock")).isCloseTo(4.0, within(1e-9));
  }

  @Test
  void convergedIsWhoStaysWithinTheGoal() {
    List<CalibrationResult> growth = List.of(
        result(10.0, 0.0, 0.0, 0.001),
        result(20.0, 0.0, 0.0, 0.009),
        result(30.0, 0.0, 0.0, 0.004),
        result(40.0, 0.05, 0.0, -0.004));

    List<Metric> metrics = report(growth, truth(List.of()));

    assertThat(value(metrics, "calibration.convergence.lidar.clock")).isEqualTo(30.0);
    assertThat(find(metrics, "calibration.convergence.lidar.yaw").value()).isEmpty();
    assertThat(find(metrics, "calibration.convergence.lidar.yaw").absence()).contains("goal");
  }

  @Test
  void whatWasNotObservableHasAReasonAndNoError() {
    List<Metric> metrics = report(List.of(result(60.0, 0.0, 0.0, 0.0)), truth(List.of()));

    Metric metric = find(metrics, "calibration.error.steering.ratio");
    assertThat(metric.value()).isEmpty();
    assertThat(metric.absence()).contains("not observable").contains("never turned");
  }

  @Test
  void aRealDriveHasNoErrors() {
    List<Metric> metrics = report(List.of(result(60.0, 0.0, 0.0, 0.0)), new CalibrationTruth());

    assertThat(metrics).allMatch(metric -> metric.value().isEmpty());
    assertThat(find(metrics, "calibration.rotationError").absence()).contains("no truth");
  }

  @Test
  void aTruthThatDoesNotDetermineAQuantitySaysThatAndNotThatThereIsNone() {
    CalibrationTruth straight = new CalibrationTruth();
    for (int i = 0; i < 100; i++) {
      long timeNs = i * 10_000_000L;
      straight.onTruth(new TruthFrame(timeNs, "Ego", true, List.of(ego(0.1, 0.1)), List.of()));
      straight.onMessage(new ImuSample(
          timeNs, new Vec3(0.0, 0.0, 9.81), new Vec3(0.0, 0.0, 0.1 + 1e-3 * (i % 3))));
      straight.onMessage(new VehicleReport(timeNs, 8.0, 0.1 + 1e-3 * (i % 3), 0.0, true));
    }

    assertThat(straight.isKnown()).isTrue();
    assertThat(straight.of(Quantity.GYRO_BIAS)).isEmpty();
    assertThat(straight.of(Quantity.STEERING_RATIO)).isEmpty();
    assertThat(straight.absence(Quantity.GYRO_BIAS)).contains("yaw rate never changed");
    assertThat(straight.absence(Quantity.STEERING_RATIO)).contains("never changed");
    assertThat(straight.absence(Quantity.WHEEL_SCALE)).contains("3 m/s");
    Metric roll = find(
        report(List.of(result(60.0, 0.0, 0.0, 0.0)), straight), "calibration.error.lidar.roll");
    assertThat(roll.absence()).contains("no lidar").doesNotContain("no truth");
  }

  private static List<Metric> report(List<CalibrationResult> growth, CalibrationTruth truth) {
    Findings findings = new Findings();
    new CalibrationMeasure(growth, truth).report(findings);
    return findings.metrics();
  }

  private static double value(List<Metric> metrics, String name) {
    return find(metrics, name).value().getAsDouble();
  }

  private static Metric find(List<Metric> metrics, String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CalibrationResult result(
      double durationS, double yaw, double across, double clockS) {
    List<Estimate> estimates = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      estimates.add(
          switch (quantity) {
            case LIDAR_YAW -> Estimate.of(quantity, yaw, 0.001, "");
            case LIDAR_PITCH -> Estimate.of(quantity, -across, 0.001, "");
            case LIDAR_X -> Estimate.of(quantity, 1.33, 0.001, "");
            case LIDAR_Y -> Estimate.of(quantity, 0.0, 0.001, "");
            case LIDAR_HEIGHT -> Estimate.of(quantity, 1.89, 0.001, "");
            case LIDAR_ROLL -> Estimate.of(quantity, 0.0, 0.001, "");
            case LIDAR_CLOCK -> Estimate.of(quantity, clockS, 0.001, "");
            case WHEEL_SCALE, GYRO_BIAS, STEERING_OFFSET, STEERING_RATIO ->
              Estimate.absent(quantity, "never turned");
          });
    }
    return new CalibrationResult(Optional.of(PUBLISHED), durationS, estimates);
  }

  private static FaultTruth fault(String kind, double severity, long endNs) {
    return new FaultTruth("lidar_top", kind, "F05", severity, 0, endNs, 1);
  }

  private static CalibrationTruth truth(List<FaultTruth> faults) {
    CalibrationTruth truth = new CalibrationTruth();
    truth.onMessage(new LidarCalibration("lidar_top", PUBLISHED, 64, 1024, 120.0, 100_000_000L));
    truth.onFaults(new FaultTruths(0, faults));
    for (int i = 0; i < 100; i++) {
      long timeNs = i * 10_000_000L;
      double rate = 0.1 * StrictMath.sin(0.1 * i);
      double angle = 0.05 * StrictMath.cos(0.1 * i);
      truth.onTruth(new TruthFrame(timeNs, "Ego", true, List.of(ego(rate, angle)), List.of()));
      truth.onMessage(new ImuSample(
          timeNs, new Vec3(0.0, 0.0, 9.81), new Vec3(0.0, 0.0, 1.002 * rate + 0.003)));
      truth.onMessage(new WheelSpeeds(timeNs, 8.08, 8.08, 8.0, 8.16));
      truth.onMessage(new VehicleReport(timeNs, 8.0, 2.0 * angle + 0.004, 0.0, true));
    }
    return truth;
  }

  private static ActorTruth ego(double yawRate, double wheelAngle) {
    return new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        Pose3.IDENTITY,
        new Size3(4.7, 1.86, 1.5),
        1.4,
        0.0,
        8.0,
        0.0,
        yawRate,
        wheelAngle,
        ActorLights.OFF);
  }
}
