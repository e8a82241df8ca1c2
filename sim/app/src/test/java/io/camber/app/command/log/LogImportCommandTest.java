package io.camber.app.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.app.command.CamberCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who imports a drive. */
final class LogImportCommandTest {
  @TempDir
  private Path folder;

  private String printed = "";

  private int run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      return CamberCommand.execute(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
      printed = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static Path data(String path) {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    return Path.of(root, "data", path);
  }

  @Test
  void saysWhatCameAndWhatIsMissing() {
    Path log = folder.resolve("drive.mcap");

    int code = run("log", "import", data("nuscenes_keyframe").toString(), "-o", log.toString());

    assertThat(code).isZero();
    assertThat(log).exists();
    assertThat(printed)
        .contains("nuscenes, nuScenes, 2 files")
        .contains("/sensor/lidar/top/sweep")
        .contains("100 %")
        .contains("note: no tables")
        .contains("missing: localization cannot run: no /sensor/imu, /sensor/gnss");
  }

  @Test
  void foldersAreMadeAndNothingIsWrittenIntoTheSource() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path inside = source.resolve("new/drive.mcap");
    Path outside = folder.resolve("new/drive.mcap");

    assertThat(run("log", "import", source.toString(), "-o", inside.toString())).isEqualTo(2);
    assertThat(printed).contains(inside + ": lies in " + source + ", which is the source");
    assertThat(run("log", "import", source.toString(), "-o", outside.toString()))
        .isEqualTo(2);
    assertThat(printed).doesNotContain("its folder does not exist");
    assertThat(outside.getParent()).doesNotExist();

    String frame = data("nuscenes_keyframe").toString();
    assertThat(run("log", "import", frame, "-o", outside.toString())).isZero();
    assertThat(outside).isNotEmptyFile();
  }

  @Test
  void logThatIsThereStays() throws IOException {
    Path log = Files.writeString(folder.resolve("drive.mcap"), "mine");

    int code = run("log", "import", folder.toString(), "-o", log.toString());

    assertThat(code).isEqualTo(2);
    assertThat(printed).contains("is there already; --force replaces it");
    assertThat(log).hasContent("mine");
  }

  @Test
  void unknownFormatAndUnknownContentNameTheKnownOnes() throws IOException {
    String source = Files.createDirectory(folder.resolve("source")).toString();
    String out = folder.resolve("drive.mcap").toString();

    assertThat(run("log", "import", source, "--format", "waymo", "-o", out)).isEqualTo(2);
    assertThat(printed).contains("format 'waymo' is unknown").contains("kitti-raw");
    assertThat(run("log", "import", source, "-o", out)).isEqualTo(2);
    assertThat(printed).contains("no recording of a kind known here").doesNotContain("Exception");
  }

  @Test
  void lanelet2MapIsShownAndBecomesOpenDrive() {
    Path xodr = folder.resolve("map.xodr");
    Path osm = data("maps/lanelet2_autoware_test_map.osm");

    assertThat(run("map", "info", osm.toString())).isZero();
    assertThat(printed).contains("lanes");
    assertThat(run("map", "export", osm.toString(), "-o", xodr.toString())).isZero();
    assertThat(run("map", "info", xodr.toString())).isZero();
  }
}
