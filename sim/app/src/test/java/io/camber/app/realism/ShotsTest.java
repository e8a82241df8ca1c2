package io.camber.app.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShotsTest {
  private static final int COLUMNS = 720;
  private static final List<Vec2> BOX =
      List.of(new Vec2(10, -1), new Vec2(10, 1), new Vec2(14, 1), new Vec2(14, -1));

  @Test
  void countsRowsAndColumnsWithinTheOutline() {
    // Rows 2, 4, 6 and 8 degrees down; the box reaches from -1.6 m at 10 m to -0.5 m at 12 m: 9.1
    // to 2.4.
    double columns = Math.toDegrees(2.0 * Math.atan2(1.0, 10.0)) * COLUMNS / 360.0;

    assertThat(new Shots(sweep()).into(BOX, -1.6, -0.5)).isCloseTo(3.0 * columns, within(1e-6));
  }

  @Test
  void doesNotMindWhereTheBoxStands() {
    List<Vec2> behind =
        BOX.stream().map(corner -> new Vec2(-corner.x(), -corner.y())).toList();

    assertThat(new Shots(sweep()).into(behind, -1.6, -0.5))
        .isCloseTo(new Shots(sweep()).into(BOX, -1.6, -0.5), within(1e-6));
  }

  private static LidarSweep sweep() {
    ByteBuffer points =
        ByteBuffer.allocate(4 * COLUMNS * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < 4; row++) {
      double down = Math.toRadians(2.0 * (row + 1));
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = 2.0 * Math.PI * column / COLUMNS;
        LidarSweep.put(
            points,
            (float) (20.0 * Math.cos(azimuth)),
            (float) (20.0 * Math.sin(azimuth)),
            (float) (-20.0 * Math.tan(down)),
            0,
            row,
            10);
      }
    }
    points.flip();
    return new LidarSweep("lidar_top", 0, 0, points);
  }
}
