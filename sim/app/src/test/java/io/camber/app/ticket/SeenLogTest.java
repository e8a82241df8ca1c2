package io.camber.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.drives.DriveImport;
import io.camber.drives.ImportChoice;
import io.camber.drives.log.ImportProgress;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real drive, KITTI 2011_09_26_drive_0005. */
final class SeenLogTest {
  private static final long FROM_NS = 2_000_000_000L;
  private static final long TO_NS = 3_000_000_000L;

  @TempDir
  private Path folder;

  @Test
  void holdsWhatPerceptionMakesOfAStretchAndNothingElse() throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    Path drive = folder.resolve("drive.mcap");
    DriveImport.run(
        Path.of(root, "data", "kitti_raw_0005"),
        new ImportChoice(ImportChoice.AUTO, Optional.empty(), Map.of()),
        drive,
        ImportProgress.SILENT);

    SeenLog seen = SeenLog.of(drive, false, FROM_NS, TO_NS, folder.resolve("seen.mcap"));

    assertThat(seen.isLocalized()).isTrue();
    try (McapFile log = McapFile.open(folder.resolve("seen.mcap"))) {
      assertThat(log.summary().channels().values())
          .extracting(McapRecord.Channel::topic)
          .containsExactlyInAnyOrder(
              "/localization/pose", "/perception/detections/lidar", "/perception/tracks");
      McapRecord.Statistics statistics = log.summary().statistics().orElseThrow();
      assertThat(statistics.startNs()).isGreaterThanOrEqualTo(FROM_NS);
      assertThat(statistics.endNs()).isLessThanOrEqualTo(TO_NS);
      // ten sweeps a second, three messages each
      assertThat(statistics.messageCount()).isBetween(27L, 33L);
    }
  }
}
