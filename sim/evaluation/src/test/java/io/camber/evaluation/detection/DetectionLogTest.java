package io.camber.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.tracks.KittiCars;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class DetectionLogTest {
  private static final double HEIGHT_M = 1.5;

  @Test
  void everythingFoundExactlyIsAnAveragePrecisionOfOne() {
    DetectionLog log = new DetectionLog();
    for (int i = 0; i < 5; i++) {
      log.add(List.of(car(10.0 * i, 0.0)), List.of(found(10.0 * i, 0.0, 0.9 - 0.1 * i)));
    }

    ClassScore score = ofCars(log);

    assertThat(score.averagePrecision()).isCloseTo(1.0, within(1e-12));
    assertThat(score.positionM()).isCloseTo(0.0, within(1e-12));
    assertThat(log.meanAveragePrecision()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void halfFoundWithoutMistakeIsTheAreaBelowOneUpToHalf() {
    // precision 1 up to a recall of 0.5, nothing beyond: points 11 to 50 of 11 to 100
    DetectionLog log = new DetectionLog();
    log.add(List.of(car(0, 0), car(50, 0)), List.of(found(0, 0, 0.8)));

    assertThat(ofCars(log).averagePrecision()).isCloseTo(40.0 / 90.0, within(1e-12));
  }

  @Test
  void oneMetreOffCountsAtTwoOfTheFourDistances() {
    DetectionLog log = new DetectionLog();
    log.add(List.of(car(0, 0)), List.of(found(1.0, 0, 0.8)));

    ClassScore score = ofCars(log);

    // strictly nearer than 2 and 4 m, not than 0.5 and 1 m
    assertThat(score.averagePrecision()).isCloseTo(0.5, within(1e-12));
    assertThat(score.positionM()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void theErrorOfSizeIsOneMinusTheOverlapOfAlignedBoxes() {
    DetectionLog log = new DetectionLog();
    Box2 half = new Box2(new Pose2(0, 0, 0.1), 2.0, 2.0);
    log.add(List.of(car(0, 0)), List.of(new ScoredBox(ObjectClass.CAR, half, HEIGHT_M, 0.9)));

    ClassScore score = ofCars(log);

    // 2 x 2 inside of 4 x 2
    assertThat(score.scale()).isCloseTo(0.5, within(1e-12));
    assertThat(score.yaw()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void theHeightIsPartOfTheSize() {
    DetectionLog log = new DetectionLog();
    log.add(
        List.of(car(0, 0)), List.of(new ScoredBox(ObjectClass.CAR, box(0, 0), 2 * HEIGHT_M, 0.9)));

    assertThat(ofCars(log).scale()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aDetectionOfWhatNobodyCouldSeeIsFalseAsInTheBenchmarkButNoGhost() {
    DetectionLog log = new DetectionLog();
    TrueBox hidden = new TrueBox(ObjectClass.CAR, box(50, 0), HEIGHT_M, false);
    log.add(List.of(car(0, 0), hidden), List.of(found(50, 0, 0.9), found(0, 0, 0.8)));

    // precision rises from 0 to 0.5 with recall: the mean of 0.5 r - 0.1 from 0.21 to 1, over 0.9
    assertThat(ofCars(log).averagePrecision()).isCloseTo(16.2 / 90.0 / 0.9, within(1e-9));
    assertThat(log.falsePerFrame()).containsEntry(ObjectClass.CAR, 0.0);
    assertThat(Objects.requireNonNull(log.calibrations().get(ObjectClass.CAR)).detections())
        .isEqualTo(1);
  }

  @Test
  void whoIsHiddenTakesNoDetectionFromWhoCanBeSeen() {
    DetectionLog log = new DetectionLog();
    TrueBox hidden = new TrueBox(ObjectClass.CAR, box(0.2, 0), HEIGHT_M, false);
    log.add(List.of(hidden, car(0, 0)), List.of(found(0.2, 0, 0.9)));

    assertThat(ofCars(log).averagePrecision()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void lessThanATenthFoundHasTheWorstErrors() {
    DetectionLog log = new DetectionLog();
    List<TrueBox> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(car(20.0 * i, 0.0));
    }
    log.add(many, List.of(found(0, 0, 0.9)));

    assertThat(ofCars(log).positionM()).isEqualTo(1.0);
  }

  @Test
  void agreesWithASecondImplementationOnKittiCars() throws IOException {
    var labels = KittiCars.labels("0011");
    var tracks = KittiCars.spoiled(labels);
    DetectionLog log = new DetectionLog();
    labels.forEach((frame, cars) -> log.add(
        cars.values().stream().map(spot -> car(spot.x(), spot.y())).toList(),
        tracks.getOrDefault(frame, Map.of()).entrySet().stream()
            .map(one -> found(one.getValue().x(), one.getValue().y(), score(one.getKey(), frame)))
            .toList()));

    ClassScore score = ofCars(log);

    // src/test/python/reference_scores.py
    assertThat(score.averagePrecision())
        .isCloseTo(
            (0.08834744484872721 + 0.5127891014488947 + 2 * 0.8578340783156057) / 4, within(1e-9));
    assertThat(score.positionM()).isCloseTo(0.6110806909718062, within(1e-9));
  }

  @Test
  void theDetectionScoreAgreesWithASecondImplementation() throws IOException {
    var labels = KittiCars.labels("0011");
    var tracks = KittiCars.spoiled(labels);
    DetectionLog log = new DetectionLog();
    labels.forEach((frame, cars) -> {
      List<TrueBox> objects = new ArrayList<>();
      List<ScoredBox> found = new ArrayList<>();
      cars.forEach((id, spot) -> objects.add(new TrueBox(
          ObjectClass.CAR, box(spot.x(), spot.y()), HEIGHT_M, true, motion(frame, id, 0.0))));
      tracks
          .getOrDefault(frame, Map.of())
          .forEach((id, spot) -> found.add(new ScoredBox(
              ObjectClass.CAR,
              box(spot.x(), spot.y()),
              HEIGHT_M,
              score(id, frame),
              motion(frame, id % 1000, 0.1 * ((frame + 2 * id) % 6)))));
      log.add(objects, found);
    });

    DetectionScore score = DetectionScore.of(log.scores().values());

    // src/test/python/reference_scores.py
    assertThat(score.velocityMps()).isCloseTo(0.24949337076702002, within(1e-9));
    assertThat(score.attribute()).isCloseTo(0.0820612060711843, within(1e-9));
    assertThat(score.score()).isCloseTo(0.6953370610851031, within(1e-9));
  }

  private static Motion motion(int frame, int id, double more) {
    return new Motion(new Vec2((frame * 13 + id) % 7 - 3.0 + more, 0.0));
  }

  private static ClassScore ofCars(DetectionLog log) {
    return Objects.requireNonNull(log.scores().get(ObjectClass.CAR));
  }

  private static double score(int id, int frame) {
    return (id * 37 + frame * 11) % 97 / 97.0 * 0.9 + 0.05 + frame * 1e-6 + id % 1000 * 1e-9;
  }

  private static Box2 box(double x, double y) {
    return new Box2(new Pose2(x, y, 0.0), 4.0, 2.0);
  }

  private static TrueBox car(double x, double y) {
    return new TrueBox(ObjectClass.CAR, box(x, y), HEIGHT_M, true);
  }

  private static ScoredBox found(double x, double y, double score) {
    return new ScoredBox(ObjectClass.CAR, box(x, y), HEIGHT_M, score);
  }
}
