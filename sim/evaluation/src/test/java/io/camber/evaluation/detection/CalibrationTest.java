package io.camber.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
  private static List<Hit> hits(double score, int right, int wrong) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < right + wrong; i++) {
      hits.add(
          i < right ? new Hit(score, true, false, 0.0, 1.0, 0.0, 0.0, 0.0) : Hit.missed(score));
    }
    return hits;
  }

  @Test
  void scoresThatAreSharesHaveNoError() {
    Calibration calibration = Calibration.of(hits(0.7, 7, 3));

    assertThat(calibration.expectedError()).isCloseTo(0.0, within(1e-12));
    // a Bernoulli variable's own variance is left
    assertThat(calibration.brier()).isCloseTo(0.7 * 0.3, within(1e-12));
    assertThat(calibration.detections()).isEqualTo(10);
  }

  @Test
  void binsWeighByTheirDetections() {
    List<Hit> both = new ArrayList<>(hits(0.9, 10, 20)); // a third is right: 0.9 - 1/3 off
    both.addAll(hits(0.1, 1, 9)); // right

    assertThat(Calibration.of(both).expectedError())
        .isCloseTo(0.75 * (0.9 - 1.0 / 3.0), within(1e-12));
  }

  @Test
  void aScoreOfOneFallsIntoTheLastBin() {
    Calibration sure = Calibration.of(hits(1.0, 4, 0));

    assertThat(sure.expectedError()).isZero();
    assertThat(sure.brier()).isZero();
  }
}
