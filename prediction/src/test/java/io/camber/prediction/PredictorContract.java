package io.camber.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every predictor. */
public abstract class PredictorContract {
  protected abstract Predictor predictor();

  private Futures some() {
    return predictor()
        .predict(
            TestScenes.tracks(
                TestScenes.car(2, 50.0, -1.75, 20.0, 0.0, 0.0),
                TestScenes.car(5, 80.0, -5.25, 15.0, 0.8, -2.0),
                TestScenes.car(7, 90.0, -8.75, 0.0, 0.0, 0.0),
                TestScenes.person(9, 100.0, -12.0, 0.0, 1.2)),
            Optional.empty(),
            TestScenes.motorway());
  }

  @Test
  void givesEveryTrackItsFutureInOrderOfId() {
    assertThat(some().futures()).extracting(f -> f.trackId()).containsExactly(2, 5, 7, 9);
    assertThat(some().timeNs()).isEqualTo(5_000_000_000L);
  }

  @Test
  void probabilitiesSumToOneAndFallInOrder() {
    assertThat(some().futures()).allSatisfy(future -> {
      assertThat(future.modes().stream().mapToDouble(PredictedPath::probability).sum())
          .isCloseTo(1.0, within(1e-9));
      assertThat(future.modes().size()).isBetween(1, 6);
      for (int i = 1; i < future.modes().size(); i++) {
        assertThat(future.modes().get(i).probability())
            .isLessThanOrEqualTo(future.modes().get(i - 1).probability());
      }
    });
  }

  @Test
  void timeAndUncertaintyRiseAlongEachMode() {
    assertThat(some().futures())
        .allSatisfy(f -> assertThat(f.modes()).allSatisfy(mode -> {
          assertThat(mode.points().get(0).timeS()).isZero();
          for (int i = 1; i < mode.points().size(); i++) {
            assertThat(mode.points().get(i).timeS())
                .isGreaterThan(mode.points().get(i - 1).timeS());
            assertThat(mode.points().get(i).positionStdM())
                .isGreaterThanOrEqualTo(mode.points().get(i - 1).positionStdM());
          }
          assertThat(TestScenes.end(mode).timeS()).isGreaterThanOrEqualTo(5.0);
        }));
  }

  @Test
  void nobodyToPredictIsFine() {
    assertThat(predictor()
            .predict(TestScenes.tracks(), Optional.empty(), TestScenes.motorway())
            .futures())
        .isEmpty();
  }
}
