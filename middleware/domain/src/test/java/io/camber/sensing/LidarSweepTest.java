package io.camber.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

final class LidarSweepTest {
  @Test
  void readsBackWhatWasPacked() {
    ByteBuffer points =
        ByteBuffer.allocate(2 * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    LidarSweep.put(points, 1f, -2f, 0.5f, 99_000_000, 63, 255);
    LidarSweep.put(points, 3f, 4f, -1f, 0, 0, 7);

    LidarSweep sweep = new LidarSweep("lidar_top", 1_000L, 100_001_000L, points.flip());

    assertThat(sweep.size()).isEqualTo(2);
    assertThat(sweep.x(0)).isEqualTo(1f);
    assertThat(sweep.y(1)).isEqualTo(4f);
    assertThat(sweep.z(1)).isEqualTo(-1f);
    assertThat(sweep.pointTimeNs(0)).isEqualTo(99_001_000L);
    assertThat(sweep.ring(0)).isEqualTo(63);
    assertThat(sweep.intensity(0)).isEqualTo(255);
    assertThat(sweep.intensity(1)).isEqualTo(7);
  }

  @Test
  void refusesBytesThatAreNoWholePoints() {
    assertThatThrownBy(() -> new LidarSweep("lidar_top", 0, 0, ByteBuffer.allocate(21)))
        .hasMessageContaining("21 bytes");
  }

  @Test
  void letsNobodyWriteThroughItsView() {
    LidarSweep sweep =
        new LidarSweep("lidar_top", 0, 0, ByteBuffer.allocate(LidarSweep.POINT_BYTES));

    assertThatThrownBy(() -> sweep.packed().put(0, (byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }
}
