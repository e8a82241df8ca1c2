package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Surface;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntensityScaleTest {
  private static final float STRONG = 100.0f;

  /** Medians of the road in KITTI drive 2011_09_26_0005: 64 to 74 up to 17 m, 28 and 41 between 25 and 40 m. */
  @ParameterizedTest
  @CsvSource({"6, 17, 60, 74", "25, 40, 20, 48"})
  void theUnitOfKittiTellsRoadAsBrightAsItsRecordings(
      double fromM, double toM, double least, double most) {
    assertThat(median("hdl64", fromM, toM)).isBetween(least, most);
  }

  @Test
  void otherDevicesTellRoadByItsReflectivityAndTheFlatnessOfTheBeam() {
    // 17 % met at an angle whose cosine is some 0.2: 17 (0.25 + 0.75 x 0.2).
    assertThat(median("hdl32", 6.0, 17.0)).isBetween(5.0, 9.0);
  }

  @Test
  void brighterSurfacesNeverLookDarker() {
    double[] levels = IntStream.rangeClosed(0, 255)
        .mapToDouble(i -> IntensityScale.KITTI64.level(i / 255.0f, i / 255.0f, 0.5f, STRONG))
        .toArray();

    assertThat(levels).isSorted();
    assertThat(levels[0]).isGreaterThanOrEqualTo(0.0);
    assertThat(levels[255]).isBetween(250.0, 255.0);
  }

  @Test
  void aTenthOfItsEchoesShowNothing() {
    long dark = IntStream.range(0, 10_000)
        .filter(i -> IntensityScale.KITTI64.dimming((i + 0.5f) / 10_000.0f) == 0.0f)
        .count();

    assertThat(dark / 10_000.0).isBetween(0.08, 0.12);
  }

  private static double median(String profile, double fromM, double toM) {
    LidarConfig config = LidarConfig.roof().withProfile(profile);
    SpinningLidar lidar = new SpinningLidar(config, Course.scene(Course.plane(Surface.ASPHALT)), 1);
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");
    double[] sorted = IntStream.range(0, sweep.size())
        .filter(i -> isBetween(Math.hypot(sweep.x(i), sweep.y(i)), fromM, toM))
        .mapToDouble(sweep::intensity)
        .sorted()
        .toArray();
    return sorted[sorted.length / 2];
  }

  private static boolean isBetween(double value, double from, double to) {
    return value >= from && value < to;
  }
}
