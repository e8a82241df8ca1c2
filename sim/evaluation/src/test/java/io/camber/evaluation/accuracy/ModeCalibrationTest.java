package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.forecast.Deviations;
import io.camber.evaluation.forecast.Mode;
import io.camber.evaluation.judgement.Findings;
import io.camber.geometry.Vec2;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ModeCalibrationTest {
  private final ModeCalibration calibration = new ModeCalibration();

  @Test
  void sevenOfTenAreRightWhereSevenTenthsAreClaimed() {
    for (int i = 0; i < 10; i++) {
      add(0.7, i < 7);
    }

    assertThat(error().orElseThrow()).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void whoClaimsTooMuchIsOffByAsMuch() {
    // nine tenths claimed, half of them right: 0.4 too much there, as much too little in the other
    // mode
    for (int i = 0; i < 10; i++) {
      add(0.9, i < 5);
    }

    assertThat(error().orElseThrow()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aSingleModeSaysNothing() {
    Deviations only = new Deviations(List.of(new Mode(1.0, List.of(new Vec2(1.0, 0.0)))));
    only.add(new Vec2(0.0, 0.0));
    calibration.add(only, 1);

    assertThat(error()).isEmpty();
  }

  private void add(double probability, boolean isRight) {
    Deviations deviations = new Deviations(List.of(
        new Mode(probability, List.of(new Vec2(isRight ? 0.0 : 5.0, 0.0))),
        new Mode(1.0 - probability, List.of(new Vec2(isRight ? 5.0 : 0.0, 0.0)))));
    deviations.add(new Vec2(0.0, 0.0));
    calibration.add(deviations, 1);
  }

  private OptionalDouble error() {
    Findings findings = new Findings();
    calibration.report(findings);
    return findings.metrics().get(0).value();
  }
}
