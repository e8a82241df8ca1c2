package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Surface;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LidarProfileTest {
  static Stream<String> names() {
    return LidarProfile.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void rowsAscend(String name) {
    assertThat(LidarProfile.named(name).elevations()).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "hdl32, 32, -30.67, 10.67",
    "hdl64, 64, -24.33, 2.0",
    "alpha128, 128, -25.0, 15.0",
    "os1_128, 128, -22.5, 22.5",
    "solid120, 126, -12.5, 12.5"
  })
  void rowsAreThoseOfTheDataSheet(String name, int count, double low, double high) {
    double[] rows = LidarProfile.named(name).elevations();

    assertThat(rows).hasSize(count);
    assertThat(Math.toDegrees(rows[0])).isCloseTo(low, within(1e-9));
    assertThat(Math.toDegrees(rows[count - 1])).isCloseTo(high, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDeviceMeasuresLevelGroundAtItsMountingHeight(String name) {
    LidarConfig config = LidarConfig.roof().withoutNoise().withProfile(name);
    SpinningLidar lidar = new SpinningLidar(config, Course.scene(Course.plane(Surface.ASPHALT)), 1);
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");

    assertThat(sweep.size()).isGreaterThan(5_000);
    for (int i = 0; i < sweep.size(); i++) {
      assertThat((double) sweep.z(i)).isCloseTo(-config.mountZ(), within(2e-3));
    }
  }

  @Test
  void aSolidStateDeviceSeesItsSectorOnly() {
    LidarConfig config = LidarConfig.roof().withoutNoise().withProfile("solid120");
    SpinningLidar lidar = new SpinningLidar(config, Course.scene(Course.plane(Surface.ASPHALT)), 1);
    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0))), Course.SWEEP_END_NS, "Ego");

    for (int i = 0; i < sweep.size(); i++) {
      assertThat(Math.abs(StrictMath.atan2(sweep.y(i), sweep.x(i))))
          .isLessThan(Math.toRadians(60.0));
    }
  }

  @Test
  void unknownDevicesAreRefusedByName() {
    assertThatThrownBy(() -> LidarConfig.roof().withProfile("hdl46"))
        .hasMessageContaining("profile=hdl46 is unknown; there are roof64, hdl32");
  }
}
