package io.camber.app.calibration;

import io.camber.app.log.Logs;
import io.camber.app.recorded.LoggedTopics;
import io.camber.calibration.CalibrationResult;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.calibration.CalibrationMeasure;
import io.camber.evaluation.calibration.CalibrationTruth;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.localization.calibration.Calibrator;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.FaultTruths;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sensors calibrated from the log of a drive. The calibrator hears what sensors published and never the truth, which is only used to
 * say afterwards how far off it was.
 *
 * @param growth results of growing stretches of the drive; the last one is that of all of it
 * @param metrics errors, absent with the reason where there is no truth
 */
public record DriveCalibration(
    Path log, List<CalibrationResult> growth, CalibrationTruth truth, List<Metric> metrics) {
  private static final double STEP_S = 5.0;
  private static final double NS = 1e-9;

  public DriveCalibration {
    growth = List.copyOf(growth);
    metrics = List.copyOf(metrics);
  }

  /**
   * Reads the log of a run folder or file.
   *
   * @throws InputException when it has no inertial samples or no wheel speeds
   */
  public static DriveCalibration of(Path runOrFile) {
    Path log = Logs.resolve(runOrFile);
    Calibrator calibrator = new Calibrator();
    CalibrationTruth truth = new CalibrationTruth();
    LoggedTopics.tell(
        log,
        List.of(
            Topics.LIDAR_CALIBRATION,
            Topics.LIDAR_SWEEP,
            Topics.IMU,
            Topics.WHEELS,
            Topics.GNSS,
            Topics.VEHICLE_REPORT,
            Topics.VEHICLE_DESCRIPTION,
            Topics.TRUTH_FRAME,
            Topics.TRUTH_FAULTS),
        (envelope, value) -> {
          show(calibrator, value);
          show(truth, value);
        });
    if (calibrator.firstNs() >= calibrator.lastNs()) {
      throw new InputException(
          log + ": cannot be calibrated: the log has no inertial samples on " + Topics.IMU.name());
    }
    List<CalibrationResult> growth = new ArrayList<>();
    double durationS = (calibrator.lastNs() - calibrator.firstNs()) * NS;
    for (double atS = STEP_S; atS < durationS - 0.5 * STEP_S; atS += STEP_S) {
      growth.add(calibrator.result(calibrator.firstNs() + Math.round(atS / NS)));
    }
    growth.add(calibrator.result(calibrator.lastNs()));
    Findings findings = new Findings();
    new CalibrationMeasure(growth, truth).report(findings);
    return new DriveCalibration(log, growth, truth, findings.metrics());
  }

  /** Of the whole drive. */
  public CalibrationResult result() {
    return growth.get(growth.size() - 1);
  }

  private static void show(Calibrator calibrator, Object value) {
    if (value instanceof LidarSweep sweep) {
      calibrator.update(sweep);
    } else if (value instanceof ImuSample sample) {
      calibrator.update(sample);
    } else if (value instanceof WheelSpeeds speeds) {
      calibrator.update(speeds);
    } else if (value instanceof GnssFix fix) {
      calibrator.update(fix);
    } else if (value instanceof VehicleReport report) {
      calibrator.update(report);
    } else if (value instanceof VehicleDescription description) {
      calibrator.update(description);
    } else if (value instanceof LidarCalibration calibration) {
      calibrator.update(calibration);
    }
  }

  private static void show(CalibrationTruth truth, Object value) {
    if (value instanceof TruthFrame frame) {
      truth.onTruth(frame);
    } else if (value instanceof FaultTruths faults) {
      truth.onFaults(faults);
    } else {
      truth.onMessage(value);
    }
  }
}
