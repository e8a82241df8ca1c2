package io.camber.evaluation.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeyframeScoreTest {
  @Test
  void tracksThatAreTheTruthScoreOneAndWaitForNothing() {
    KeyframeLog log = new KeyframeLog();
    for (int k = 0; k < 10; k++) {
      log.add(List.of(there("a", k)), List.of(claim(1, k, 0.9)));
    }

    KeyframeScore score = KeyframeScore.of(log);

    assertThat(score.accuracy()).isCloseTo(1.0, within(1e-12));
    assertThat(score.positionM()).isZero();
    assertThat(score.initializationS()).isZero();
    assertThat(score.longestGapS()).isZero();
  }

  @Test
  void recallsThatAreNotReachedCountNothingAndTwoMetres() {
    // two objects of ten keyframes each, one of them tracked 0.5 m off: recall 0.5
    KeyframeLog log = new KeyframeLog();
    for (int k = 0; k < 10; k++) {
      log.add(List.of(there("a", k), there("b", k + 50.0)), List.of(claim(1, k + 0.5, 0.9)));
    }

    KeyframeScore score = KeyframeScore.of(log);

    // of the recalls 0.1 + 0.9 i / 39 the 18 with i <= 17 are reached: i = 17 is 0.492, i = 18 is
    // 0.515
    assertThat(score.accuracy()).isCloseTo(18.0 / 40.0, within(1e-12));
    assertThat(score.positionM()).isCloseTo((18 * 0.5 + 22 * 2.0) / 40.0, within(1e-12));
  }

  @Test
  void aFalseTrackThatIsLessSureCostsOnlyTheRecallsThatNeedIt() {
    // a is sure, b is not, and a ghost is as sure as b
    KeyframeLog log = new KeyframeLog();
    for (int k = 0; k < 10; k++) {
      log.add(
          List.of(there("a", k), there("b", k + 50.0)),
          List.of(claim(1, k, 0.9), claim(2, k + 50.0, 0.4), claim(3, 500.0, 0.4)));
    }

    KeyframeScore score = KeyframeScore.of(log);

    // targets below 11/20, i up to 19, ask for more than 0.4: nothing is wrong; the others take 10
    // ghosts with 20 matches
    assertThat(score.accuracy()).isCloseTo((20 * 1.0 + 20 * 0.5) / 40.0, within(1e-12));
  }

  @Test
  void waitsAndGapsAreHalfSecondsOfTheTracked() {
    // there at 0..9; tracked at 2, 3, 6 by one that is not interpolated as it changes its number; b
    // never
    KeyframeLog log = new KeyframeLog();
    for (int k = 0; k < 10; k++) {
      List<KeyframeLog.Claim> claims = k == 2 || k == 3
          ? List.of(claim(1, 0.0, 0.9))
          : k == 6 ? List.of(claim(2, 0.0, 0.9)) : List.of();
      log.add(List.of(there("a", 0.0), there("b", 50.0)), claims);
    }

    KeyframeScore score = KeyframeScore.of(log);

    assertThat(score.initializationS()).isEqualTo(1.0);
    // 7, 8, 9 are the longest
    assertThat(score.longestGapS()).isEqualTo(1.5);
    // b counts its life from keyframe 0 to 9
    assertThat(score.initializationAllS()).isEqualTo((1.0 + 4.5) / 2.0);
    assertThat(score.longestGapAllS()).isEqualTo((1.5 + 4.5) / 2.0);
  }

  @Test
  void whoIsHiddenForAWhileIsThereAndATrackThatPausesGoesStraightOn() {
    KeyframeLog log = new KeyframeLog();
    for (int k = 0; k < 10; k++) {
      boolean pause = k >= 4 && k < 7;
      log.add(
          List.of(new KeyframeLog.Sighting("a", 2.0 * k, 0.0, !pause && k < 9)),
          pause || k == 9 ? List.of() : List.of(claim(1, 2.0 * k, 0.9)));
    }

    KeyframeScore score = KeyframeScore.of(log);

    assertThat(score.accuracy()).isCloseTo(1.0, within(1e-12));
    assertThat(score.positionM()).isCloseTo(0.0, within(1e-12));
    assertThat(score.longestGapS()).isZero();
  }

  @Test
  void nobodyThereIsNoScoreAndNoTrackIsTheWorst() {
    KeyframeLog nobody = new KeyframeLog();
    nobody.add(List.of(), List.of(claim(1, 0.0, 0.9)));
    KeyframeLog untracked = new KeyframeLog();
    untracked.add(List.of(there("a", 0.0)), List.of());
    untracked.add(List.of(there("a", 0.0)), List.of());

    assertThat(KeyframeScore.of(nobody).accuracy()).isNaN();
    assertThat(KeyframeScore.of(untracked).accuracy()).isZero();
    assertThat(KeyframeScore.of(untracked).positionM()).isEqualTo(2.0);
    assertThat(KeyframeScore.of(untracked).initializationS()).isNaN();
    assertThat(KeyframeScore.of(untracked).initializationAllS()).isEqualTo(0.5);
  }

  @Test
  void agreesWithASecondImplementationOnKittiCars() throws IOException {
    // src/test/python/reference_scores.py
    assertScores(
        "0011",
        0.8955416143557733,
        0.6659811898441891,
        0.038461538461538464,
        0.057692307692307696,
        0.038461538461538464,
        0.057692307692307696);
    assertScores(
        "0020",
        0.8393159939322128,
        0.5781219690856827,
        0.035,
        0.07,
        0.10454545454545454,
        0.13636363636363635);
  }

  private static void assertScores(
      String sequence,
      double accuracy,
      double positionM,
      double initializationS,
      double longestGapS,
      double initializationAllS,
      double longestGapAllS)
      throws IOException {
    var labels = KittiCars.labels(sequence);
    var tracks = KittiCars.spoiled(labels);
    KeyframeLog log = new KeyframeLog();
    labels.forEach((frame, cars) -> {
      if (frame % 5 == 0) {
        List<KeyframeLog.Sighting> objects = new ArrayList<>();
        cars.forEach((id, spot) ->
            objects.add(new KeyframeLog.Sighting(String.valueOf(id), spot.x(), spot.y(), true)));
        List<KeyframeLog.Claim> claims = new ArrayList<>();
        tracks
            .getOrDefault(frame, Map.of())
            .forEach((id, spot) -> claims.add(new KeyframeLog.Claim(
                id, spot.x(), spot.y(), (id * 37 + frame * 11) % 97 / 97.0 * 0.9 + 0.05)));
        log.add(objects, claims);
      }
    });

    KeyframeScore score = KeyframeScore.of(log);

    assertThat(score.accuracy()).isCloseTo(accuracy, within(1e-12));
    assertThat(score.positionM()).isCloseTo(positionM, within(1e-12));
    assertThat(score.initializationS()).isCloseTo(initializationS, within(1e-12));
    assertThat(score.longestGapS()).isCloseTo(longestGapS, within(1e-12));
    assertThat(score.initializationAllS()).isCloseTo(initializationAllS, within(1e-12));
    assertThat(score.longestGapAllS()).isCloseTo(longestGapAllS, within(1e-12));
  }

  private static KeyframeLog.Sighting there(String name, double x) {
    return new KeyframeLog.Sighting(name, x, 0.0, true);
  }

  private static KeyframeLog.Claim claim(int id, double x, double score) {
    return new KeyframeLog.Claim(id, x, 0.0, score);
  }
}
