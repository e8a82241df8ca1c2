package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.SignalColor;
import org.junit.jupiter.api.Test;

final class LocalizationMeasureTest {
  private final TruthHistory truth = new TruthHistory();
  private final LocalizationMeasure measure = new LocalizationMeasure();

  @Test
  void splitsTheErrorAlongTheTrueBody() {
    PoseError error = LocalizationMeasure.error(
        new Pose2(10.0, 22.0, Math.PI / 2 + 0.1), new Pose2(10.5, 20.0, Math.PI / 2));

    assertThat(error.longitudinalM()).isCloseTo(2.0, within(1e-12));
    assertThat(error.lateralM()).isCloseTo(0.5, within(1e-12));
    assertThat(error.yaw()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void comparesWithTruthOfTheMeasurementTimeNotOfTheArrival() {
    for (int i = 0; i <= 20; i++) {
      truth.add(TestDrive.frame(
          i * TestDrive.STEP_NS, SignalColor.GREEN, TestDrive.car("Ego", i * 0.2, 0, 0, 20)));
    }

    measure.update(pose(104_000_000L, 2.08), truth);

    PoseError error = measure.latest().orElseThrow();
    assertThat(error.longitudinalM()).isCloseTo(0.0, within(1e-9));
  }

  @Test
  void ignoresEstimatesOfTimesItNeverSaw() {
    measure.update(pose(5_000_000_000L, 0.0), truth);

    assertThat(measure.latest()).isEmpty();
  }

  @Test
  void theErrorUpwardsIsThatOfTheHeight() {
    truth.add(TestDrive.frame(0, SignalColor.GREEN, TestDrive.car("Ego", 0.0, 0, 0, 20)));
    EgoPose flat = pose(0, 0.0);
    measure.update(
        new EgoPose(
            0,
            new Pose3(0.0, 0.0, -0.4, 0.0, 0.0, 0.0),
            flat.twist(),
            0,
            0.1,
            0.1,
            0.01,
            0,
            1,
            PoseStatus.TRACKING),
        truth);
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(findings.metrics())
        .filteredOn(metric -> metric.name().startsWith("localization.vertical."))
        .hasSize(4)
        .allSatisfy(
            metric -> assertThat(metric.value().orElseThrow()).isCloseTo(0.4, within(1e-12)));
  }

  private static EgoPose pose(long timeNs, double x) {
    return new EgoPose(
        timeNs,
        Pose3.of(new Pose2(x, 0, 0)),
        new Twist2(20, 0, 0),
        0,
        0.1,
        0.1,
        0.01,
        0,
        1,
        PoseStatus.TRACKING);
  }
}
