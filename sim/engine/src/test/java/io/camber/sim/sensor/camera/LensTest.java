package io.camber.sim.sensor.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A point on a pixel's ray appears in the middle of that pixel. */
final class LensTest {
  @ParameterizedTest
  @CsvSource({"false,1.2,-0.06,0.01", "false,1.2,0,0", "true,2.8,0,0", "true,2.6,-0.03,0.002"})
  void showsAPointOfARayWhereTheRayComesFrom(boolean fisheye, double view, double k1, double k2) {
    CameraConfig config = new CameraConfig(
        "c", 0, 0, 1, 0, 0, 0, 320, 180, view, k1, k2, 0, 0, new Optics(fisheye, 0, 0, 0, false));
    Lens lens = new Lens(config);
    double[] place = new double[2];
    for (int pixel = 0; pixel < 320 * 180; pixel += 37) {
      double far = 1.0 + pixel % 50;
      boolean isAhead = lens.project(
          far * lens.rayX(pixel), far * lens.rayY(pixel), far * lens.rayZ(pixel), place);

      assertThat(isAhead).isTrue();
      assertThat(place[0]).isCloseTo(pixel % 320 + 0.5, within(1e-3));
      assertThat(place[1]).isCloseTo(Math.floorDiv(pixel, 320) + 0.5, within(1e-3));
    }
    assertThat(lens.project(0.1, 0.1, -5.0, place)).isFalse();
  }
}
