package io.camber.app.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.perception.camera.detection.DetectorModel;
import io.camber.perception.camera.detection.LabelledImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RandomStreetsTest {
  private static final List<Path> UNSEEN = List.of(Path.of("../../scenarios/maps/motorway.xodr"));

  @Test
  void theSameSeedDrawsTheSameImages() {
    LabelledImage one = new RandomStreets(UNSEEN, 5).images(2).get(1);
    LabelledImage other = new RandomStreets(UNSEEN, 5).images(2).get(1);

    assertThat(one.image().packed()).isEqualTo(other.image().packed());
    assertThat(one.boxes()).isEqualTo(other.boxes()).isNotEmpty();
    assertThat(new RandomStreets(UNSEEN, 6).images(2).get(1).boxes()).isNotEqualTo(one.boxes());
  }

  /** The figures in docs/perception.md are of more images; these bounds only catch a model that does not fit the code. */
  @Test
  void theBundledModelFindsMostVehiclesOfAMapItNeverSaw() {
    RandomStreets streets = new RandomStreets(UNSEEN, 77);

    DetectorScore score =
        DetectorScore.of(DetectorModel.bundled(), streets.calibration(), streets.images(16));

    assertThat(score.vehicleRecall()).isGreaterThan(0.75);
    assertThat(score.vehiclePrecision()).isGreaterThan(0.6);
  }
}
