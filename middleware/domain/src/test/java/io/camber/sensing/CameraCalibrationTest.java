package io.camber.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import org.junit.jupiter.api.Test;

final class CameraCalibrationTest {
  private static final CameraCalibration CAMERA = new CameraCalibration(
      "camera_front", Pose3.IDENTITY, 640, 360, 400.0, 400.0, 320.0, 180.0, 0.0, 0.0);

  @Test
  void aBoxAheadIsAsLargeAsItsNearFace() {
    ImageBox box = CAMERA
        .project(new Pose3(12.0, 1.0, -0.5, 0.0, 0.0, 0.0), new Size3(4.0, 2.0, 1.5))
        .orElseThrow();

    // the near face is 10 m ahead, from 2 m to 0 m on the left, from 0.25 m above to 1.25 m below
    assertThat(box.left()).isCloseTo(320.0 - 80.0, within(1e-9));
    assertThat(box.right()).isCloseTo(320.0, within(1e-9));
    assertThat(box.top()).isCloseTo(180.0 - 10.0, within(1e-9));
    assertThat(box.bottom()).isCloseTo(180.0 + 50.0, within(1e-9));
  }

  @Test
  void whatIsBehindOrBesideHasNoPlace() {
    Size3 size = new Size3(4.0, 2.0, 1.5);

    assertThat(CAMERA.project(new Pose3(2.0, 0.0, 0.0, 0.0, 0.0, 0.0), size)).isEmpty();
    assertThat(CAMERA.project(new Pose3(-9.0, 0.0, 0.0, 0.0, 0.0, 0.0), size)).isEmpty();
    assertThat(CAMERA.project(new Vec3(1.0, 2.0, 0.0), new double[2])).isFalse();
  }

  @Test
  void overlapIsThatOfTheSharedArea() {
    ImageBox one = new ImageBox(0.0, 0.0, 10.0, 10.0);

    assertThat(one.overlap(new ImageBox(5.0, 0.0, 15.0, 10.0))).isCloseTo(1.0 / 3.0, within(1e-12));
    assertThat(one.overlap(new ImageBox(10.0, 0.0, 15.0, 10.0))).isZero();
    assertThat(one.within(8, 6)).contains(new ImageBox(0.0, 0.0, 8.0, 6.0));
    assertThat(new ImageBox(-5.0, 0.0, -1.0, 3.0).within(8, 6)).isEmpty();
  }
}
