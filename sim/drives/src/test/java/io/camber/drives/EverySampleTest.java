package io.camber.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.ImportProgress;
import io.camber.messages.Topics;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every published sample of the kinds that are imported: what no other test imports is imported here and counted against its
 * own files and what SOURCES.md says of it.
 */
final class EverySampleTest {
  /** Samples that {@link PublishedDrivesTest}, {@code KittiReaderTest} and {@code OusterReaderTest} import. */
  private static final Set<String> ELSEWHERE = Set.of(
      "kitti_raw_0005",
      "argoverse2/sensor",
      "rosbag1/husky_test1.bag",
      "rosbag1/tf_example.bag",
      "rosbag2/tf_example",
      "rosbag2/nebula_vlp16",
      "rosbag2/nebula_40p",
      "rosbag2/nebula_ars548",
      "rosbag2/ros2_talker_mcap",
      "rosbag2/ros2_convert_a_mcap",
      "nuscenes_keyframe",
      "ouster_pcap");

  private static final Set<String> HERE = Set.of(
      "kitti_tracking",
      "kitti_cam_lidar_traffic",
      "mcap_logs/nav2_turtlebot.mcap",
      "mcap_logs/custom-camera-model.mcap",
      "mcap_logs/example_logs.mcap");

  @TempDir
  private Path folder;

  private Path log() {
    return folder.resolve("drive.mcap");
  }

  @Test
  void noSampleOfThoseKindsIsForgotten() throws IOException {
    Path root = Published.data("");
    Set<String> found = new TreeSet<>();
    for (String kind : List.of("argoverse2", "rosbag1", "rosbag2", "mcap_logs")) {
      found.addAll(names(root, root.resolve(kind)));
    }
    try (Stream<Path> folders = Files.list(root)) {
      folders
          .map(root::relativize)
          .map(Path::toString)
          .filter(name -> name.matches("(kitti_(?!object)|nuscenes|ouster|comma).*"))
          .forEach(found::add);
    }
    Set<String> known = new TreeSet<>(ELSEWHERE);
    known.addAll(HERE);
    if (Files.exists(root.resolve("comma2k19"))) {
      known.add("comma2k19"); // PublishedSegmentTest; not every copy of the samples has it
    }

    assertThat(found).isEqualTo(known);
  }

  private static Set<String> names(Path root, Path kind) throws IOException {
    try (Stream<Path> inside = Files.list(kind)) {
      return inside.map(root::relativize).map(Path::toString).collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0002", "0003", "0004", "0005", "0007", "0009", "0011", "0017", "0020"})
  void kittiTrackingKeepsEverySampleAndLabel(String sequence) throws IOException {
    Path source = Published.data("kitti_tracking");
    long samples =
        Files.readAllLines(source.resolve("oxts/" + sequence + ".txt")).size();
    List<String> lines = Files.readAllLines(source.resolve("label/" + sequence + ".txt"));
    long ignored = lines.stream().filter(line -> line.contains("DontCare")).count();

    ImportReport report = DriveImport.run(
        source,
        new ImportChoice("kitti-tracking", Optional.of(sequence), Map.of()),
        log(),
        ImportProgress.SILENT);

    assertThat(report.count("/sensor/imu")).isEqualTo(samples);
    assertThat(report.count("/sensor/gnss")).isEqualTo(samples);
    assertThat(samples / report.spanS()).as("10 Hz").isCloseTo(10.0, within(1.0));
    long labels = Published.values(log(), Topics.TRUTH_FRAME).stream()
        .mapToLong(frame -> frame.actors().size() - 1)
        .sum();
    assertThat(labels).isEqualTo(lines.size() - ignored);
    assertThat(report.skipped().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(ignored);
  }

  @Test
  void kittiSweepsAndEverySecondImage() throws IOException {
    ImportReport report = Published.imported(Published.data("kitti_cam_lidar_traffic"), log());

    assertThat(report.count("/sensor/lidar/top/sweep")).isEqualTo(20);
    assertThat(report.count("/sensor/camera/front/image")).isEqualTo(10);
    List<TruthFrame> truth = Published.values(log(), Topics.TRUTH_FRAME);
    assertThat(truth).as("reference poses").hasSize(20);
  }

  @Test
  void navigationLogOfRos2KeepsItsOdometry() throws IOException {
    ImportReport report =
        Published.imported(Published.data("mcap_logs/nav2_turtlebot.mcap"), log());

    assertThat(report.format()).isEqualTo("rosbag2");
    assertThat(report.spanS()).isCloseTo(97.0, within(2.0));
    assertThat(report.messages()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"custom-camera-model.mcap", "example_logs.mcap"})
  void logsWithoutMessagesOfRosAreRefusedByName(String name) {
    Path source = Published.data("mcap_logs/" + name);

    Throwable thrown = catchThrowable(() -> Published.imported(source, log()));

    assertThat(thrown)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no recording of a kind known here");
  }
}
