package io.camber.sim.node;

import static io.camber.sim.node.Rig.MS;
import static io.camber.sim.node.Rig.measurementTimesNs;
import static io.camber.sim.node.Rig.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.BusMessage;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.sensor.lidar.LidarConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LidarNodeTest {
  private static final String SWEEP = "/sensor/lidar/top/sweep";
  private static final String CALIBRATION = "/sensor/lidar/top/calibration";

  @Test
  void sweepsTenTimesASecondAndStampsTheEndOfTheRevolution() {
    List<BusMessage<?>> sweeps = on(run(Map.of("columnCount", "64")), SWEEP);

    assertThat(measurementTimesNs(sweeps)).containsExactly(100 * MS, 200 * MS, 300 * MS, 400 * MS);
    assertThat(sweeps).allSatisfy(message -> {
      LidarSweep sweep = (LidarSweep) message.value();
      assertThat(sweep.timeNs()).isEqualTo(message.envelope().measurementTimeNs());
      assertThat(sweep.timeNs() - sweep.startNs()).isEqualTo(100 * MS);
      assertThat(sweep.size()).as("returns from the truck").isPositive();
    });
  }

  @Test
  void appearsWhenItsLatencyHasPassed() {
    assertThat(on(run(Map.of("columnCount", "64")), SWEEP))
        .allSatisfy(message -> assertThat(message.envelope().publishTimeNs())
            .isEqualTo(message.envelope().measurementTimeNs() + 10 * MS));
  }

  @Test
  void aSweepIsItsOwnAndOnlyOrigin() {
    assertThat(on(run(Map.of("columnCount", "64")), SWEEP))
        .allSatisfy(message -> assertThat(message.envelope().origins().list())
            .singleElement()
            .satisfies(origin -> {
              assertThat(origin.sensorId()).isEqualTo(SWEEP);
              assertThat(origin.sequence()).isEqualTo(message.envelope().sequence());
              assertThat(origin.measurementTimeNs())
                  .isEqualTo(message.envelope().measurementTimeNs());
            }));
  }

  @Test
  void tellsItsCalibrationOnceAndFirst() {
    List<BusMessage<?>> log = run(Map.of("columnCount", "64", "mountX", "1.1"));

    assertThat(on(log, CALIBRATION)).singleElement().satisfies(message -> {
      assertThat(message.envelope().measurementTimeNs()).isZero();
      assertThat(((LidarCalibration) message.value()).baseFromLidar().x()).isEqualTo(1.1);
    });
    assertThat(log.indexOf(on(log, CALIBRATION).get(0)))
        .isLessThan(log.indexOf(on(log, SWEEP).get(0)));
  }

  @Test
  void turnsTwiceAsFastWhenToldTo() {
    List<BusMessage<?>> log = run(Map.of("columnCount", "64", "sweepNs", "50000000"));

    assertThat(measurementTimesNs(on(log, SWEEP)))
        .containsExactly(
            50 * MS, 100 * MS, 150 * MS, 200 * MS, 250 * MS, 300 * MS, 350 * MS, 400 * MS);
  }

  @ParameterizedTest
  @CsvSource({
    "columnCount, 3",
    "columnCount, many",
    "sweepNs, 33000000",
    "rangeMaxM, 0.5",
    "dropout, 1.5",
    "colums, 64"
  })
  void refusesToStartWithABadSetting(String setting, String value) {
    assertThatThrownBy(() -> run(Map.of(setting, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting);
  }

  private static List<BusMessage<?>> run(Map<String, String> settings) {
    return Rig.withTruth()
        .add("lidar", 10, new LidarNode(LidarConfig.roof(), Rig.scene()), settings)
        .run(420 * MS);
  }
}
