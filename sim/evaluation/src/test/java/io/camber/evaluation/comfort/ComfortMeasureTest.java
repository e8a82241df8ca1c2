package io.camber.evaluation.comfort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.LaneContact;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Pose2;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class ComfortMeasureTest {
  @Test
  void measuresTheJerkOfABrakingThatRampsUp() {
    Findings findings = drive(time -> -1.5 * time, 2.0);

    // The smoothing window of even length shifts the inner samples by half a step against the ends.
    assertThat(value(findings, "comfort.jerkMax")).isCloseTo(1.5, within(0.2));
    assertThat(value(findings, "comfort.accelMin")).isCloseTo(-1.5 * 1.9, within(1e-6));
    assertThat(value(findings, "comfort.score")).isEqualTo(1.0);
  }

  @Test
  void callsHardBrakingUncomfortableAndHarsh() {
    Findings findings = drive(time -> time < 1.0 ? 0.0 : -6.0, 4.0);

    assertThat(value(findings, "comfort.accelMin")).isLessThan(-5.9);
    assertThat(value(findings, "comfort.score")).isZero();
    assertThat(findings.events()).extracting(KeyEvent::kind).contains("T8");
  }

  @Test
  void saysNothingAboutTheFirstInstants() {
    Findings findings = drive(time -> -9.0, 0.3);

    assertThat(findings.metrics()).singleElement().satisfies(metric -> {
      assertThat(metric.value()).isEmpty();
      assertThat(metric.isWithinLimit()).isTrue();
    });
  }

  @Test
  void theJerkOfASteadyRiseIsItsSlope() {
    // long enough for the ends, where the filter sees half, to be less than a twentieth
    assertThat(value(drive(time -> 0.03 * time, 60.0), "comfort.jerk.p95"))
        .isCloseTo(0.03, within(1e-6));
  }

  private static Findings drive(DoubleUnaryOperator accelMps2, double seconds) {
    ComfortMeasure measure = new ComfortMeasure(0.1);
    TimeSeries series = new TimeSeries();
    for (int i = 0; i * 0.1 < seconds; i++) {
      ActorTruth ego =
          TestDrive.car(new Pose2(0.0, 0.0, 0.0), 10.0, accelMps2.applyAsDouble(i * 0.1));
      series.beginRow(i * 100_000_000L);
      measure.update(
          new Situation(
              TestDrive.frame(i * 100_000_000L, SignalColor.GREEN, ego),
              ego,
              ego.footprint(),
              List.of(),
              List.of(),
              LaneContact.NONE,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          series);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }
}
