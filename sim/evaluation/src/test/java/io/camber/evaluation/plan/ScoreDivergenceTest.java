package io.camber.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreDivergenceTest {
  private static final double TAU = ScoreDivergence.TEMPERATURE;

  @Test
  void equalScoresDoNotDivergeNorDoesAConstant() {
    assertThat(ScoreDivergence.nats(List.of(0.9, 0.4, 0.1), List.of(0.9, 0.4, 0.1)))
        .isZero();
    assertThat(ScoreDivergence.nats(List.of(0.9, 0.4, 0.1), List.of(0.8, 0.3, 0.0)))
        .isCloseTo(0.0, within(1e-12));
  }

  @Test
  void threeToOneFromEvenIsTheClosedForm() {
    List<Double> threeToOne = List.of(TAU * Math.log(3.0), 0.0);
    List<Double> even = List.of(0.5, 0.5);

    assertThat(ScoreDivergence.nats(threeToOne, even))
        .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-12));
    assertThat(ScoreDivergence.nats(even, threeToOne))
        .isCloseTo(0.5 * Math.log(2.0 / 3.0) + 0.5 * Math.log(2.0), within(1e-12));
  }

  @Test
  void theWidestSwapOfTwoProposalsIsFinite() {
    double span = 1.0 / TAU;

    assertThat(ScoreDivergence.nats(List.of(1.0, 0.0), List.of(0.0, 1.0)))
        .isCloseTo(span * Math.tanh(span / 2.0), within(1e-9));
  }

  @Test
  void aProposalThatIsMissingOnOneSideIsRefused() {
    assertThatThrownBy(() -> ScoreDivergence.nats(List.of(0.5, 0.4), List.of(0.5)))
        .hasMessageContaining("2 and of 1");
    assertThatThrownBy(() -> ScoreDivergence.nats(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
