package io.camber.app.calibration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.calibration.DriveCalibration.Detail;
import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriveCalibrationTest {
  @TempDir
  private Path folder;

  @Test
  void aLogThatIsNotThereIsNamed() {
    Path missing = folder.resolve("none.mcap");

    assertThatThrownBy(() -> DriveCalibration.of(missing, Detail.GROWTH))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.mcap")
        .hasMessageContaining("no such log");
  }

  @Test
  void aLogWithoutInertialSamplesIsRefusedWithTheTopicThatItLacks() throws IOException {
    Path log = folder.resolve("empty.mcap");
    McapWriter writer =
        new McapWriter(Files.newOutputStream(log), McapConfig.indexed(Compression.LZ4));
    writer.close();

    assertThatThrownBy(() -> DriveCalibration.of(log, Detail.GROWTH))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/sensor/imu");
  }
}
