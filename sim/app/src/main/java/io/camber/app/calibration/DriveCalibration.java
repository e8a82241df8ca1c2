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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sensors calibrated from the log of a drive. The calibrator hears what sensors published and never the truth, which is only used to
 * say afterwards how far off it was.
 *
 * @param lidars of the log, in the order in which they told their calibration; only the first one is calibrated
 * @param growth results of growing stretches of the drive; the last one is that of all of it
 * @param metrics errors, absent with the reason where there is no truth
 */
public record DriveCalibration(
    Path log,
    List<String> lidars,
    List<CalibrationResult> growth,
    CalibrationTruth truth,
    List<Metric> metrics) {
  private static final double STEP_S = 5.0;

  /** Each result looks at the drive from its beginning, so those of long drives are told less often. */
  private static final double DENSE_S = 60.0;

  private static final double NS = 1e-9;

  /** What is told of a drive besides the result for all of it. */
  public enum Detail {
    /** How the results came to be, where there is a truth to hold them against. */
    GROWTH_WITH_TRUTH,
    /** How the results came to be. */
    GROWTH
  }

  public DriveCalibration {
    lidars = List.copyOf(lidars);
    growth = List.copyOf(growth);
    metrics = List.copyOf(metrics);
  }

  /**
   * Reads the log of a run folder or file.
   *
   * @throws InputException when it has no inertial samples
   */
  public static DriveCalibration of(Path runOrFile, Detail detail) {
    Path log = Logs.resolve(runOrFile);
    Set<String> lidars = new LinkedHashSet<>();
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
          if (value instanceof LidarCalibration lidar) {
            lidars.add(lidar.sensorId());
          }
        });
    if (calibrator.firstNs() >= calibrator.lastNs()) {
      throw new InputException(
          log + ": cannot be calibrated: the log has no inertial samples on " + Topics.IMU.name());
    }
    List<CalibrationResult> growth = new ArrayList<>();
    if (detail == Detail.GROWTH || truth.isKnown()) {
      double durationS = (calibrator.lastNs() - calibrator.firstNs()) * NS;
      for (double atS : steps(durationS)) {
        growth.add(calibrator.result(calibrator.firstNs() + Math.round(atS / NS)));
      }
    }
    growth.add(calibrator.result(calibrator.lastNs()));
    Findings findings = new Findings();
    new CalibrationMeasure(growth, truth).report(findings);
    return new DriveCalibration(log, List.copyOf(lidars), growth, truth, findings.metrics());
  }

  /** Every 5 s for a minute, then with steps that double. The end of the drive is not among them. */
  static List<Double> steps(double durationS) {
    List<Double> steps = new ArrayList<>();
    double stepS = STEP_S;
    for (double atS = STEP_S; atS < durationS - 0.5 * STEP_S; atS += stepS) {
      steps.add(atS);
      stepS = atS < DENSE_S ? STEP_S : 2.0 * stepS;
    }
    return steps;
  }

  /** False when no quantity at all was observable. */
  public boolean isAnythingKnown() {
    return result().estimates().stream().anyMatch(one -> one.value().isPresent());
  }

  /** Of the whole drive. */
  public CalibrationResult result() {
    return growth.get(growth.size() - 1);
  }

  static void show(Calibrator calibrator, Object value) {
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
