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

final class PoseQualityTest {
  @Test
  void anErrorOfOneSigmaEachWayIsTwoInAll() {
    Findings findings = drive(0.2, 0.1, 0.2, 0.1, 0);

    assertThat(value(findings, "localization.nees")).isCloseTo(2.0, within(1e-6));
    assertThat(value(findings, "localization.insideEllipse95")).isEqualTo(1.0);
    assertThat(value(findings, "localization.lateralWithin0.10m")).isEqualTo(1.0);
    assertThat(value(findings, "localization.ate")).isCloseTo(Math.sqrt(0.05), within(1e-6));
    assertThat(value(findings, "localization.ate.aligned")).isLessThan(1e-6);
  }

  @Test
  void threeSigmaAcrossLieOutsideTheEllipse() {
    Findings findings = drive(0.0, 0.3, 0.1, 0.1, 0);

    assertThat(value(findings, "localization.insideEllipse95")).isZero();
    assertThat(value(findings, "localization.lateralWithin0.25m")).isZero();
  }

  @Test
  void aJumpIsWhatMotionDoesNotExplain() {
    Findings findings = drive(0.0, 0.0, 0.1, 0.1, 700);

    assertThat(value(findings, "localization.jump.p999")).isCloseTo(1.0, within(1e-6));
    assertThat(value(findings, "localization.gapMax")).isCloseTo(0.01, within(1e-9));
  }

  /** Straight on at 10 m/s for 10 s with a constant error; from {@code jumpsAt} on 1 m farther to the left. */
  private static Findings drive(
      double along, double across, double alongStd, double acrossStd, int jumpsAt) {
    PoseQualityMeasure measure = new PoseQualityMeasure();
    TruthHistory truth = new TruthHistory();
    for (int i = 0; i < 900; i++) {
      long timeNs = i * TestDrive.STEP_NS;
      double x = 20.0 + 0.1 * i;
      truth.add(TestDrive.frame(
          timeNs, SignalColor.GREEN, TestDrive.car("Ego", x, TestDrive.LANE_Y, 0.0, 10.0)));
      double jump = jumpsAt > 0 && i >= jumpsAt ? 1.0 : 0.0;
      EgoPose pose = new EgoPose(
          timeNs,
          Pose3.of(new Pose2(x + along, TestDrive.LANE_Y + across + jump, 0.0)),
          new Twist2(10.0, 0.0, 0.0),
          0.0,
          alongStd,
          acrossStd,
          0.01,
          0.0,
          1.0,
          PoseStatus.TRACKING);
      measure.update(pose, truth, new PoseError(along, across + jump, 0.0));
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
