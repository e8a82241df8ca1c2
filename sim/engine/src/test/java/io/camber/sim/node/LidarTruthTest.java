package io.camber.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.BusMessage;
import io.camber.sensing.LidarSweep;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.truth.LidarLabels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LidarTruthTest {
  private static final String SWEEPS = "/sensor/lidar/top/sweep";
  private static final String LABELS = "/truth/lidar/top/labels";

  @Test
  void aLidarTellsUnderTheTruthWhatItsPointsHitAndKeepsTheirBytes() {
    List<BusMessage<?>> plain = run(false);
    List<BusMessage<?>> told = run(true);

    assertThat(Rig.on(told, LABELS)).hasSameSizeAs(Rig.on(told, SWEEPS)).isNotEmpty();
    assertThat(Rig.on(plain, LABELS)).isEmpty();
    for (int i = 0; i < Rig.on(told, SWEEPS).size(); i++) {
      LidarSweep sweep = (LidarSweep) Rig.on(told, SWEEPS).get(i).value();
      LidarLabels labels = (LidarLabels) Rig.on(told, LABELS).get(i).value();
      assertThat(labels.size()).isEqualTo(sweep.size()).isPositive();
      assertThat(labels.timeNs()).isEqualTo(sweep.timeNs());
      BusMessage<?> before = Rig.on(plain, SWEEPS).get(i);
      assertThat(sweep.packed()).isEqualTo(((LidarSweep) before.value()).packed());
      assertThat(Rig.on(told, SWEEPS).get(i).envelope()).isEqualTo(before.envelope());
    }
  }

  private static List<BusMessage<?>> run(boolean tellsTruth) {
    return Rig.withTruth()
        .add(
            "lidar",
            0,
            new LidarNode(LidarConfig.roof(), Rig.scene(), tellsTruth),
            Map.of("columnCount", "256"))
        .run(250 * Rig.MS);
  }
}
