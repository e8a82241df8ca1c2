package io.camber.app.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.drives.DriveImport;
import io.camber.drives.ImportChoice;
import io.camber.drives.log.ImportProgress;
import io.camber.geometry.Pose3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real drives through localization and perception; the figures are those of docs/drives.md, with room for noise. */
final class ImportedDrivesTest {
  @TempDir
  private Path folder;

  private DriveReview review(String path, Map<String, Pose3> mounts) throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    Path log = folder.resolve("drive.mcap");
    DriveImport.run(
        Path.of(root, "data", path),
        new ImportChoice(ImportChoice.AUTO, Optional.empty(), mounts),
        log,
        ImportProgress.SILENT);
    return DriveReview.of(log, Integer.MAX_VALUE, (sweep, lidar, seen, truth) -> {});
  }

  @Test
  @Tag("campaign")
  void kittiTracksFollowTheLabels() throws IOException {
    DriveReview review = review("kitti_raw_0005", Map.of());

    TrackScore.Tally all = review.tracks().orElseThrow().all();
    assertThat(review.sweeps()).isGreaterThan(55);
    assertThat(all.recall()).isGreaterThan(0.95);
    assertThat(all.precision()).isGreaterThan(0.7);
    assertThat(review.localization().orElseThrow().segmentError(10.0)).isLessThan(0.08);
  }

  @Test
  void huskyIsFollowedByFixesWheelsAndInertialUnit() throws IOException {
    DriveReview review = review(
        "rosbag1/husky_test1.bag",
        Map.of("imu_link", new Pose3(0.0, -0.3, 0.52, -Math.PI / 2.0, 0.0, Math.PI / 2.0)));

    assertThat(review.isLocalized()).isTrue();
    // the receiver scatters by a metre or two; its last fix lies 13.4 m east of its first
    assertThat(review.fixes().orElseThrow().positionRmsM()).isLessThan(2.5);
    assertThat(review.way().orElseThrow().length()).isBetween(5.0, 25.0);
  }
}
