package io.camber.drives.comma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.drives.Published;
import io.camber.drives.numpy.NumpyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in any file ends in one sentence that names it, and never in a log. */
final class DamagedSegmentTest {
  /** The numbers of every file that {@link NumpyFile} writes for a segment begin here. */
  private static final int HEADER_BYTES = 128;

  @TempDir
  private Path folder;

  private Path segment() throws IOException {
    return SyntheticSegment.write(folder.resolve("source/" + SyntheticSegment.ROUTE + "/40"));
  }

  private void refuses(Path source, String... words) {
    assertThatThrownBy(() -> Published.imported(source, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n")
        .hasMessageContainingAll(words);
    assertThat(folder.resolve("drive.mcap")).doesNotExist();
    assertThat(folder.resolve("drive.mcap.part")).doesNotExist();
  }

  private static void put(Path file, int row, double value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(HEADER_BYTES + 8 * row, value);
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "processed_log/IMU/accelerometer/t, 3, 99, lies before the time of the row before",
    "processed_log/IMU/accelerometer/t, 0, -1, is no time since the device started",
    "processed_log/IMU/accelerometer/t, 9, 1e300, is no time since the device started",
    "processed_log/IMU/accelerometer/value, 3, NaN, NaN is not finite",
    "processed_log/IMU/gyro/value, 4, Infinity, Infinity is not finite",
    "processed_log/CAN/wheel_speed/value, 5, NaN, NaN is not finite",
    "processed_log/CAN/wheel_speed/t, 5, NaN, NaN is not finite",
    "processed_log/CAN/radar/value, 7, NaN, NaN is not finite",
    "processed_log/GNSS/live_gnss_ublox/value, 6, 123, is not on the globe",
    "processed_log/GNSS/live_gnss_ublox/value, 6, NaN, NaN is not finite",
    "global_pose/frame_times, 2, 99, lies before the time of the row before",
    "global_pose/frame_positions, 2, NaN, NaN is not finite",
    "global_pose/frame_positions, 3, 1e9, is not on its ground",
    "global_pose/frame_velocities, 2, NaN, NaN is not finite",
    "global_pose/frame_orientations, 8, 3.0, is no turn",
  })
  void brokenNumberNamesFileAndByte(String file, int number, double value, String problem)
      throws IOException {
    Path source = segment();
    put(source.resolve(file), number, value);

    refuses(source, file.substring(file.indexOf('/')), ": byte ", ": row ", problem);
  }

  @ParameterizedTest
  @CsvSource({
    "processed_log/CAN/speed/value",
    "processed_log/CAN/wheel_speed/t",
    "processed_log/IMU/accelerometer/value",
    "processed_log/GNSS/live_gnss_ublox/t",
    "global_pose/frame_times",
    "global_pose/frame_orientations",
    "global_pose/frame_velocities"
  })
  void missingHalfIsNamed(String file) throws IOException {
    Path source = segment();
    Files.delete(source.resolve(file));

    refuses(source, file, "is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "processed_log/IMU/gyro/value, 0, is no NumPy array",
    "processed_log/IMU/gyro/value, 100, declares a header of 118 bytes where 90 are left",
    "processed_log/IMU/gyro/value, 2000, declares 500 rows of 24 bytes where 1872 bytes are left",
    "global_pose/frame_positions, 130, declares 100 rows of 24 bytes where 2 bytes are left",
  })
  void cutFileIsNamed(String file, int length, String problem) throws IOException {
    Path source = segment();
    byte[] whole = Files.readAllBytes(source.resolve(file));
    Files.write(source.resolve(file), Arrays.copyOf(whole, length));

    refuses(source, file, ": byte ", problem);
  }

  @Test
  void valuesAndTimesMustBeAsMany() throws IOException {
    Path source = segment();
    NumpyFile.write(source.resolve("processed_log/CAN/speed/value"), new double[399][1]);

    refuses(source, "CAN/speed/value", "has 399 rows for 400 times");
  }

  @Test
  void valuesMustHaveTheirColumns() throws IOException {
    Path source = segment();
    NumpyFile.write(source.resolve("processed_log/CAN/wheel_speed/value"), new double[400][3]);

    refuses(source, "CAN/wheel_speed/value", "has 3 columns instead of 4");
  }

  @Test
  void severalSegmentsAskForOne() throws IOException {
    segment();
    Path route = folder.resolve("source/" + SyntheticSegment.ROUTE);
    SyntheticSegment.write(route.resolve("41"));

    refuses(route, "the segments 40, 41", "--part");
  }

  @Test
  void segmentWithoutARowHoldsNothing() throws IOException {
    Path source = folder.resolve("source/40");
    NumpyFile.write(source.resolve("processed_log/CAN/speed/t"), new double[0][1]);
    NumpyFile.write(source.resolve("processed_log/CAN/speed/value"), new double[0][1]);

    refuses(source, "holds nothing that can be imported");
  }
}
