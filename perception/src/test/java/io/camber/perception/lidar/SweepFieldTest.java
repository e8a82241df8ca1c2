package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepFieldTest {
  @ParameterizedTest
  @CsvSource({"-15, 15, 360", "-25, 2, 360", "-45, 45, 360", "-12, 12, 120"})
  void tellsHowDenseTheBeamsOfAnyDeviceLie(double lowest, double highest, double sector) {
    int rows = 65;
    int columns = 720;
    ByteBuffer points = ByteBuffer.allocate((rows * columns + 2) * LidarSweep.POINT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      double up = Math.toRadians(lowest + (highest - lowest) * row / (rows - 1));
      for (int column = 0; column < columns; column++) {
        double turn = Math.toRadians(sector * ((column + 0.5) / columns - 0.5));
        double range = 8.0 + (row + column) % 50;
        LidarSweep.put(
            points,
            (float) (range * Math.cos(up) * Math.cos(turn)),
            (float) (range * Math.cos(up) * Math.sin(turn)),
            (float) (range * Math.sin(up)),
            0,
            row,
            60);
      }
    }
    LidarSweep.put(points, 1f, 0f, 9f, 0, 0, 60);
    LidarSweep.put(points, Float.NaN, 0f, 9f, 0, 0, 60);
    points.flip();

    double height = Math.sin(Math.toRadians(highest)) - Math.sin(Math.toRadians(lowest));
    assertThat(new SweepField(new LidarSweep("lidar", 0, 1, points)).pointsPerSr())
        .isCloseTo(rows * columns / (height * Math.toRadians(sector)), withinPercentage(7));
  }

  @Test
  void hasNoDensityWithoutReturns() {
    ByteBuffer none = ByteBuffer.allocate(0);

    assertThat(new SweepField(new LidarSweep("lidar", 0, 1, none)).pointsPerSr())
        .isZero();
  }
}
