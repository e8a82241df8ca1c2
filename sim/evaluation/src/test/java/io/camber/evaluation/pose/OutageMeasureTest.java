package io.camber.evaluation.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.accuracy.PoseComparison;
import io.camber.evaluation.accuracy.PoseError;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.GnssFix;
import io.camber.truth.ActorTruth;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class OutageMeasureTest {
  private static final long MS = 1_000_000L;
  private static final double SPEED_MPS = 10.0;
  private static final double TICK = 0.011;

  /** No fix from 5 s to 45 s; meanwhile the estimate drifts by 2 cm a second, and half a second later it is right again. */
  @Test
  void aSteadyDriftIsFoundAndThatItWentAway() {
    Findings findings =
        drive(t -> t > 5.0 && t < 45.0, t -> t < 5.0 || t > 45.5 ? 0.05 : 0.05 + 0.02 * (t - 5.0));

    assertThat(value(findings, "localization.outage.lengthMax")).isCloseTo(40.0, within(0.02));
    assertThat(value(findings, "localization.outage.drift.10s")).isCloseTo(0.2, within(1e-9));
    assertThat(value(findings, "localization.outage.drift.30s")).isCloseTo(0.6, within(1e-9));
    assertThat(value(findings, "localization.outage.drift.end")).isCloseTo(0.8, within(1e-3));
    assertThat(value(findings, "localization.outage.driftShare"))
        .isCloseTo(0.8 / (SPEED_MPS * 40.0), within(1e-5));
    assertThat(value(findings, "localization.outage.recoveryMax")).isCloseTo(0.5, within(TICK));
    assertThat(value(findings, "localization.outage.unrecovered")).isZero();
    assertThat(metric(findings, "localization.outage.drift.60s").absence())
        .isEqualTo("no outage lasted 60 s");
  }

  @Test
  void anErrorThatStaysIsNotRecoveredFrom() {
    Findings findings =
        drive(t -> t > 5.0 && t < 15.0, t -> 0.1 * Math.max(0.0, Math.min(10.0, t - 5.0)));

    assertThat(value(findings, "localization.outage.drift.end")).isCloseTo(1.0, within(2e-3));
    assertThat(value(findings, "localization.outage.unrecovered")).isEqualTo(1.0);
    assertThat(metric(findings, "localization.outage.recoveryMax").absence())
        .isEqualTo("no outage ended and was recovered from");
  }

  @Test
  void whereFixesKeepComingNothingIsMeasured() {
    Findings findings = drive(t -> false, t -> 3.0);

    assertThat(metric(findings, "localization.outage.drift.end").value()).isEmpty();
    assertThat(metric(findings, "localization.outage.drift.10s").absence())
        .isEqualTo("satellites were heard all the time");
  }

  /** A minute east at 10 m/s with poses at 100 Hz, fixes at 10 Hz and an error across. */
  private static Findings drive(DoublePredicate isSilent, DoubleUnaryOperator leftM) {
    OutageMeasure measure = new OutageMeasure();
    for (int i = 0; i <= 6000; i++) {
      double t = i / 100.0;
      measure.update(comparison(i * 10L * MS, leftM.applyAsDouble(t)));
      if (i % 10 == 0 && !isSilent.test(t)) {
        measure.update(fix(i * 10L * MS));
      }
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static PoseComparison comparison(long timeNs, double leftM) {
    ActorTruth ego = TestDrive.car("Ego", SPEED_MPS * timeNs * 1e-9, 0.0, 0.0, SPEED_MPS);
    EgoPose pose = new EgoPose(
        timeNs,
        new Pose3(0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        new Twist2(SPEED_MPS, 0.0, 0.0),
        0.0,
        1.0,
        1.0,
        1.0,
        0.0,
        1.0,
        PoseStatus.TRACKING);
    return new PoseComparison(pose, ego, new PoseError(0.0, leftM, 0.0));
  }

  private static GnssFix fix(long timeNs) {
    return new GnssFix(
        timeNs, new Vec3(0.0, 0.0, 0.0), new Vec2(SPEED_MPS, 0.0), 0.0, 0.02, 0.02, 0.01);
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
