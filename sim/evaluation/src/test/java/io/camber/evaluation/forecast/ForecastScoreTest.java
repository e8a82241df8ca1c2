package io.camber.evaluation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastScoreTest {
  private static final List<Vec2> ACTUAL =
      List.of(new Vec2(10, 0), new Vec2(20, 0), new Vec2(30, 0));

  @Test
  void theBestModeOnTheWayNeedNotBeTheOneThatEndsBest() {
    Mode early = mode(0.7, 0.0, 0.0, 3.0);
    Mode late = mode(0.3, 3.0, 3.0, 1.0);

    ForecastScore score =
        ForecastScore.of(against(List.of(early, late), ACTUAL), 6, 3, 0.0, 3.0, 10.0);

    assertThat(score.averageM()).isCloseTo(1.0, within(1e-12));
    assertThat(score.finalM()).isCloseTo(1.0, within(1e-12));
    // the mode that ends best had 0.3
    assertThat(score.brierFinalM()).isCloseTo(1.0 + 0.49, within(1e-12));
    // the mode that is nearest on the whole had 0.7
    assertThat(score.brierAverageM()).isCloseTo(1.0 + 0.09, within(1e-12));
    assertThat(score.missed()).isFalse();
  }

  @Test
  void onlyTheLikeliestModesCount() {
    Mode wrong = mode(0.7, 5.0, 5.0, 5.0);
    Mode right = mode(0.3, 0.0, 0.0, 0.0);

    List<Mode> modes = Mode.likeliestFirst(List.of(right, wrong));
    ForecastScore score = ForecastScore.of(against(modes, ACTUAL), 1, 3, 0.0, 3.0, 10.0);

    assertThat(score.finalM()).isCloseTo(5.0, within(1e-12));
    assertThat(score.missed()).isTrue();
  }

  @Test
  void theBoxOfMissesGrowsAlongTheRoadWithTimeAndSpeed() {
    // 3 s: 1 m across, 2 m along at full speed; half of that when slow
    assertThat(missesBy(0.0, 0.95, 3.0, 12.0)).isFalse();
    assertThat(missesBy(0.0, 1.05, 3.0, 12.0)).isTrue();
    assertThat(missesBy(1.95, 0.0, 3.0, 12.0)).isFalse();
    assertThat(missesBy(0.0, 0.55, 3.0, 1.0)).isTrue();
    assertThat(missesBy(0.0, 1.75, 5.0, 12.0)).isFalse();
    assertThat(missesBy(5.95, 0.0, 8.0, 12.0)).isFalse();
    assertThat(missesBy(6.05, 0.0, 8.0, 12.0)).isTrue();
  }

  @Test
  void aMissOnTheWayNeedsEveryModeToBeOffOnce() {
    Mode strays = mode(0.6, 0.0, 2.0, 0.0);
    Mode keeps = mode(0.4, 1.9, 1.9, 1.9);

    assertThat(score(strays).missedOnTheWay()).isTrue();
    assertThat(score(strays).missed()).isFalse();
    assertThat(score(strays, keeps).missedOnTheWay()).isFalse();
  }

  @Test
  void theLikelihoodIsThatOfNormalDistributionsRoundTheModes() {
    // 1 m off three times, p 0.5, beside one so far off that it does not count
    assertThat(score(mode(0.5, 1.0, 1.0, 1.0), mode(0.5, 90.0, 90.0, 90.0)).negativeLogLikelihood())
        .isCloseTo(Math.log(2.0) + 1.5, within(1e-12));
    // two alike are one of double probability, however far off
    assertThat(score(mode(0.5, 90.0, 0.0, 0.0), mode(0.5, 90.0, 0.0, 0.0)).negativeLogLikelihood())
        .isCloseTo(0.5 * 8100.0, within(1e-9));
  }

  private static ForecastScore score(Mode... modes) {
    return ForecastScore.of(against(List.of(modes), ACTUAL), 6, 3, 0.0, 3.0, 10.0);
  }

  private static boolean missesBy(double along, double across, double horizonS, double speedMps) {
    Mode mode = new Mode(1.0, List.of(new Vec2(100.0 - across, 50.0 + along)));
    // the object ends heading north: along is y, across is x
    return ForecastScore.of(
            against(List.of(mode), List.of(new Vec2(100.0, 50.0))),
            6,
            1,
            Math.PI / 2.0,
            horizonS,
            speedMps)
        .missedByShape();
  }

  @Test
  void aShorterHorizonCountsTheFirstStepsOnly() {
    Deviations deviations = against(List.of(mode(1.0, 1.0, 2.0, 6.0)), ACTUAL);

    assertThat(deviations.meanM(0, 2)).isCloseTo(1.5, within(1e-12));
    assertThat(deviations.finalM(0, 2)).isCloseTo(2.0, within(1e-12));
    assertThat(deviations.meanM(0, 3)).isCloseTo(3.0, within(1e-12));
  }

  private static Deviations against(List<Mode> modes, List<Vec2> actual) {
    Deviations deviations = new Deviations(modes);
    actual.forEach(deviations::add);
    return deviations;
  }

  private static Mode mode(double probability, double... offsets) {
    return new Mode(
        probability,
        List.of(new Vec2(10, offsets[0]), new Vec2(20, offsets[1]), new Vec2(30, offsets[2])));
  }
}
