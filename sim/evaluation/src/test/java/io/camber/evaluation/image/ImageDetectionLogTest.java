package io.camber.evaluation.image;

import static io.camber.scene.RoadUserKind.PERSON;
import static io.camber.scene.RoadUserKind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.ImageBox;
import io.camber.scene.ImageDetection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageDetectionLogTest {
  private static final ImageBox HERE = new ImageBox(100.0, 100.0, 140.0, 130.0);
  private static final ImageBox THERE = new ImageBox(300.0, 100.0, 310.0, 120.0);

  @Test
  void averagePrecisionIsTheAreaBelowTheEnvelope() {
    ImageDetectionLog log = new ImageDetectionLog();
    log.add(
        List.of(truth(HERE, true), truth(THERE, true)),
        List.of(
            found(HERE, 0.9), found(new ImageBox(0.0, 0.0, 20.0, 20.0), 0.8), found(THERE, 0.3)),
        box -> false);

    // right, wrong, right: precision 1 up to half the recall, 2/3 for the rest
    assertThat(log.averagePrecision(VEHICLE)).isCloseTo(0.5 + 0.5 * 2.0 / 3.0, within(1e-12));
    assertThat(log.recall(VEHICLE)).isEqualTo(0.5);
    assertThat(log.precision(VEHICLE)).isEqualTo(0.5);
    assertThat(log.recalls(VEHICLE))
        .containsEntry("24-48px", 1.0)
        .containsEntry("0-24px", 0.0)
        .containsEntry("20-40m", 0.5);
  }

  @Test
  void whoIsHalfHiddenIsNeitherMissedNorFound() {
    ImageDetectionLog log = new ImageDetectionLog();
    log.add(
        List.of(truth(HERE, true), truth(THERE, false)),
        List.of(found(HERE, 0.9), found(THERE, 0.8)),
        box -> false);

    assertThat(log.objects(VEHICLE)).isEqualTo(1);
    assertThat(log.precision(VEHICLE)).isEqualTo(1.0);
    assertThat(log.averagePrecision(VEHICLE)).isEqualTo(1.0);
  }

  @Test
  void aSecondDetectionOfTheSameIsWrong() {
    ImageDetectionLog log = new ImageDetectionLog();
    log.add(List.of(truth(HERE, true)), List.of(found(HERE, 0.9), found(HERE, 0.8)), box -> false);

    assertThat(log.precision(VEHICLE)).isEqualTo(0.5);
  }

  @Test
  void nobodyKnowsWhoIsInUnknownPlaces() {
    ImageDetectionLog log = new ImageDetectionLog();
    log.add(List.of(truth(HERE, true)), List.of(found(THERE, 0.9)), THERE::equals);

    assertThat(log.precision(VEHICLE)).isNaN();
    assertThat(log.recall(VEHICLE)).isZero();
  }

  @Test
  void anotherKindIsNoMatch() {
    ImageDetectionLog log = new ImageDetectionLog();
    log.add(
        List.of(truth(HERE, true)), List.of(new ImageDetection(PERSON, HERE, 0.9)), box -> false);

    assertThat(log.recall(VEHICLE)).isZero();
    assertThat(log.precision(PERSON)).isZero();
    assertThat(log.averagePrecision(PERSON)).isNaN();
  }

  private static ImageTruth truth(ImageBox box, boolean counts) {
    return new ImageTruth(VEHICLE, box, 25.0, counts);
  }

  private static ImageDetection found(ImageBox box, double probability) {
    return new ImageDetection(VEHICLE, box, probability);
  }
}
