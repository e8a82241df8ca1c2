package io.camber.viewer.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.messages.Topics;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepFramesTest {
  /** A slice of a sweep is a 64th of it: the ego goes half of 3.1 cm in it. Centimetres are rounded. */
  private static final double SLICE_M = 0.02 + 0.005;

  @Test
  void aStandingWallIsFlatThoughTheEgoMovedDuringTheSweep(@TempDir Path folder) throws IOException {
    SmallDrive.write(folder.resolve("drive.mcap"), 2.0);
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      ByteBuffer frames = ByteBuffer.wrap(
              new SweepFrames(drive, new Clock(0), Topics.LIDAR_SWEEP.name())
                  .between(1_000_000_000L, 1_050_000_000L))
          .order(ByteOrder.LITTLE_ENDIAN);

      assertThat(frames.getDouble(0)).isEqualTo(1.0);
      assertThat(frames.getInt(8)).isEqualTo(SmallDrive.WALL_POINTS);
      assertThat(frames.getInt(12)).isEqualTo(frames.capacity());
      assertThat(frames.getDouble(16)).isCloseTo(20.0, within(1e-9));
      for (int i = 0; i < SmallDrive.WALL_POINTS; i++) {
        double x = frames.getShort(64 + 6 * i) / 100.0;
        assertThat(x).as("point %d", i).isCloseTo(SmallDrive.WALL_X - 20.0, within(SLICE_M));
        assertThat(frames.getShort(64 + 6 * i + 4) / 100.0).isCloseTo(2.2, within(0.006));
        int intensity = frames.get(64 + 6 * SmallDrive.WALL_POINTS + i) & 0xff;
        assertThat(intensity).isEqualTo(6 * i);
      }
    }
  }

  @Test
  void framesFollowOneAnother(@TempDir Path folder) throws IOException {
    SmallDrive.write(folder.resolve("drive.mcap"), 2.0);
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      ByteBuffer frames = ByteBuffer.wrap(
              new SweepFrames(drive, new Clock(0), Topics.LIDAR_SWEEP.name())
                  .between(500_000_000L, 999_000_000L))
          .order(ByteOrder.LITTLE_ENDIAN);

      int count = 0;
      for (int at = 0; at < frames.capacity(); at += frames.getInt(at + 12)) {
        assertThat(frames.getDouble(at)).isCloseTo(0.5 + 0.1 * count, within(1e-9));
        assertThat(at % 8).isZero();
        count++;
      }
      assertThat(count).isEqualTo(5);
    }
  }

  @Test
  void theNewestSweepOfAMomentComesAlone(@TempDir Path folder) throws IOException {
    SmallDrive.write(folder.resolve("drive.mcap"), 2.0);
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      SweepFrames sweeps = new SweepFrames(drive, new Clock(0), Topics.LIDAR_SWEEP.name());

      byte[] newest = sweeps.newest(1_060_000_000L);

      assertThat(newest)
          .isEqualTo(sweeps.between(1_000_000_000L, 1_050_000_000L))
          .isNotEmpty();
      assertThat(new SweepFrames(drive, new Clock(0), "/no/sweep").newest(1_060_000_000L))
          .isEmpty();
    }
  }

  @Test
  void pointsInATracksBoxHaveItsClass() {
    var car = new io.camber.scene.Tracks(0, java.util.List.of());
    PointClasses classes =
        new PointClasses(io.camber.geometry.Pose3.IDENTITY, java.util.Optional.of(car));

    assertThat(classes.of(new double[] {5, 0, 0.1})).isEqualTo(PointClasses.GROUND);
    assertThat(classes.of(new double[] {5, 0, 1.0})).isEqualTo(PointClasses.OTHER);
  }
}
