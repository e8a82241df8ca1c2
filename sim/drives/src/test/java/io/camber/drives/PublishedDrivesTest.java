package io.camber.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.ImportProgress;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.MapFile;
import io.camber.sensing.GnssFix;
import io.camber.sensing.LidarSweep;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published sample of the kinds that are imported, against what its collection says is in it. */
final class PublishedDrivesTest {
  @TempDir
  private Path folder;

  private Path log() {
    return folder.resolve("drive.mcap");
  }

  @ParameterizedTest
  @CsvSource({
    "7fab2350-7eaf-3b7e-a39d-6937a4c1bede,11364,183,2",
    "3b3570b4-7b0b-3268-a571-b0889dbf40b6,13820,150,0"
  })
  void argoverseLogKeepsBoxesPosesAndMap(String name, int boxes, int lanes, int sweeps)
      throws IOException {
    ImportReport report = Published.imported(Published.data("argoverse2/sensor/" + name), log());

    assertThat(report.format()).isEqualTo("argoverse2");
    assertThat(report.spanS()).isCloseTo(15.9, within(0.2));
    assertThat(report.count("/sensor/lidar/top/sweep")).isEqualTo(sweeps);
    assertThat(report.count("/localization/pose") / report.spanS()).isCloseTo(169.0, within(5.0));
    List<TruthFrame> truth = Published.values(log(), Topics.TRUTH_FRAME);
    assertThat(truth.size() / report.spanS()).isCloseTo(10.0, within(0.3));
    long kept = truth.stream().mapToLong(frame -> frame.actors().size() - 1).sum();
    // of the second log's boxes some are of the recording car itself
    long ego = name.startsWith("3b") ? truth.size() : 0L;
    assertThat(kept + ego).isEqualTo(boxes);
    assertThat(report.remarks()).anyMatch(line -> line.startsWith("map: " + lanes + " lane"));
    MapFile file = Published.values(log(), Topics.MAP).get(0);
    RoadMap map = RoadMap.parse(file.name(), file.content());
    List<EgoPose> poses = Published.values(log(), Topics.EGO_POSE);
    long onLane = poses.stream()
        .filter(
            pose -> map.project(pose.mapFromBase().x(), pose.mapFromBase().y()).isPresent())
        .count();
    assertThat((double) onLane / poses.size()).isGreaterThan(0.95);
    double[] above = poses.stream()
        .map(EgoPose::mapFromBase)
        .filter(pose -> map.project(pose.x(), pose.y()).isPresent())
        .mapToDouble(pose -> pose.z() - map.elevation(pose.x(), pose.y()))
        .sorted()
        .toArray();
    // the pose is on the ground below the rear axle; the road's fall to the side is not in the map
    assertThat(above[above.length / 2]).isCloseTo(0.0, within(0.3));
    assertThat(above[0]).isGreaterThan(-0.6);
    assertThat(above[above.length - 1]).isLessThan(0.6);
  }

  @Test
  void argoversePointsStandOnTheGround() throws IOException {
    Published.imported(
        Published.data("argoverse2/sensor/7fab2350-7eaf-3b7e-a39d-6937a4c1bede"), log());

    LidarSweep sweep = Published.values(log(), Topics.LIDAR_SWEEP).get(0);
    var lidar = Published.values(log(), Topics.LIDAR_CALIBRATION).get(0);
    double[] heights = new double[sweep.size()];
    int near = 0;
    int rings = 0;
    for (int i = 0; i < sweep.size(); i++) {
      Vec3 point = lidar.baseFromLidar().apply(new Vec3(sweep.x(i), sweep.y(i), sweep.z(i)));
      double range = point.toVec2().length();
      if (range > 3.0 && range < 8.0 && point.z() < 0.6) {
        heights[near++] = point.z();
      }
      rings = Math.max(rings, sweep.ring(i) + 1);
    }
    Arrays.sort(heights, 0, near);
    assertThat(sweep.size()).isCloseTo(99_000, within(1_000));
    assertThat(rings).isEqualTo(64);
    assertThat(near).isGreaterThan(3_000);
    assertThat(heights[near / 2]).isCloseTo(0.0, within(0.1));
  }

  @Test
  void aFolderOfTwoLogsNamesThemAndGivesTheOneAskedFor() throws IOException {
    Path both = Published.data("argoverse2");
    Throwable several = catchThrowable(() -> Published.imported(both, log()));
    assertThat(several)
        .isInstanceOf(InputException.class)
        .hasMessage(both + ": holds the logs 3b3570b4-7b0b-3268-a571-b0889dbf40b6, "
            + "7fab2350-7eaf-3b7e-a39d-6937a4c1bede; choose one with --part");
    assertThat(log()).doesNotExist();

    ImportReport report = part(both, "3b3570b4-7b0b-3268-a571-b0889dbf40b6");

    assertThat(report.about()).contains("3b3570b4");
    // the other log's sweeps and calibrations stay where they are
    assertThat(report.count("/sensor/lidar/top/sweep")).isZero();
    assertThat(report.count("/sensor/camera/front/calibration")).isZero();
  }

  @Test
  void ofSeveralBagsTheOneAskedForIsRead() throws IOException {
    assertThat(part(Published.data("rosbag1"), "tf_example.bag").count("/localization/pose"))
        .isEqualTo(517);
    Files.delete(log());
    assertThat(part(Published.data("rosbag2"), "nebula_vlp16/1673400471837873222")
            .count("/sensor/lidar/top/sweep"))
        .isEqualTo(4);
    Throwable none = catchThrowable(() -> part(Published.data("rosbag1"), "other.bag"));
    assertThat(none)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no bag 'other.bag'; there is husky_test1.bag, tf_example.bag");
  }

  @Test
  void aChoiceThatMeansNothingForTheSourceIsRefused() {
    Throwable part = catchThrowable(() -> part(Published.data("nuscenes_keyframe"), "3"));
    assertThat(part).isInstanceOf(InputException.class).hasMessageStartingWith("--part: ");
    Throwable mount = catchThrowable(() -> DriveImport.run(
        Published.data("nuscenes_keyframe"),
        new ImportChoice(ImportChoice.AUTO, Optional.empty(), Map.of("velodyne", Pose3.IDENTITY)),
        log(),
        ImportProgress.SILENT));
    assertThat(mount).isInstanceOf(InputException.class).hasMessageStartingWith("--mount: ");
    assertThat(log()).doesNotExist();
  }

  private ImportReport part(Path source, String part) throws IOException {
    return DriveImport.run(
        source,
        new ImportChoice(ImportChoice.AUTO, Optional.of(part), Map.of()),
        log(),
        ImportProgress.SILENT);
  }

  @Test
  void huskyBagKeepsInertialSamplesFixesAndOdometry() throws IOException {
    // the static transform that the robot's own launch file publishes and the bag does not hold
    Pose3 mount = new Pose3(0.0, -0.3, 0.52, -Math.PI / 2.0, 0.0, Math.PI / 2.0);
    ImportReport report = DriveImport.run(
        Published.data("rosbag1/husky_test1.bag"),
        new ImportChoice("rosbag1", Optional.empty(), Map.of("imu_link", mount)),
        log(),
        ImportProgress.SILENT);

    assertThat(report.format()).isEqualTo("rosbag1");
    assertThat(report.spanS()).isCloseTo(395.0, within(2.0));
    assertThat(report.count("/sensor/imu") / 395.0).isCloseTo(30.0, within(1.0));
    assertThat(report.count("/sensor/wheels") / 395.0).isCloseTo(10.0, within(0.5));
    long early = report.skipped().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("/fix (fixes before"))
        .mapToLong(entry -> entry.getValue())
        .sum();
    assertThat(report.count("/sensor/gnss") + early).isEqualTo(989);
    assertThat(report.remarks()).noneMatch(remark -> remark.contains("upright"));
    List<GnssFix> fixes = Published.values(log(), Topics.GNSS);
    double way = 0.0;
    for (int i = 1; i < fixes.size(); i++) {
      way += fixes.get(i).position().minus(fixes.get(i - 1).position()).toVec2().length();
    }
    assertThat(way).isCloseTo(359.0, within(60.0)); // fixes scatter, which makes the way longer
    assertThat(Published.values(log(), Topics.IMU).get(0).specificForceMps2().z())
        .isCloseTo(9.8, within(0.5));
  }

  @Test
  void inertialUnitOnItsSideIsNamedWhenNobodySaysHowItIsMounted() throws IOException {
    ImportReport report = Published.imported(Published.data("rosbag1/husky_test1.bag"), log());

    assertThat(report.remarks())
        .anyMatch(remark ->
            remark.contains("does not stand upright") && remark.contains("--mount imu_link="));
  }

  @ParameterizedTest
  @CsvSource({"rosbag1/tf_example.bag,rosbag1", "rosbag2/tf_example,rosbag2"})
  void transformsBecomeTheSamePosesFromBothGenerations(String path, String format)
      throws IOException {
    ImportReport report = Published.imported(Published.data(path), log());

    assertThat(report.format()).isEqualTo(format);
    assertThat(report.count("/localization/pose")).isGreaterThan(10);
  }

  @Test
  void velodynePacketsBecomeTheReferencePoints() throws IOException {
    Path bag = Published.data("rosbag2/nebula_vlp16");

    ImportReport report = Published.imported(bag, log());

    assertThat(report.count("/sensor/lidar/top/sweep")).isEqualTo(4);
    List<LidarSweep> sweeps = Published.values(log(), Topics.LIDAR_SWEEP);
    Set<Long> ours = new HashSet<>();
    for (LidarSweep sweep : sweeps) {
      for (int i = 0; i < sweep.size(); i++) {
        mark(ours, sweep.x(i), sweep.y(i), sweep.z(i));
      }
    }
    byte[] pcd = Files.readAllBytes(bag.resolve("1673400472138016708.pcd"));
    int start = new String(pcd, StandardCharsets.ISO_8859_1).indexOf("DATA binary\n") + 12;
    ByteBuffer points = ByteBuffer.wrap(pcd, start, pcd.length - start).slice();
    points.order(ByteOrder.LITTLE_ENDIAN);
    int all = 0;
    int found = 0;
    for (int at = 0; at + 32 <= points.limit(); at += 32) {
      all++;
      found +=
          ours.contains(cell(points.getFloat(at), points.getFloat(at + 4), points.getFloat(at + 8)))
              ? 1
              : 0;
    }
    assertThat(all).isEqualTo(14_831);
    assertThat((double) found / all).isGreaterThan(0.97);
  }

  /** Marks the cell of a point and its neighbours, 5 cm wide. */
  private static void mark(Set<Long> cells, float x, float y, float z) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dz = -1; dz <= 1; dz++) {
          cells.add(cell(x + 0.05f * dx, y + 0.05f * dy, z + 0.05f * dz));
        }
      }
    }
  }

  private static long cell(float x, float y, float z) {
    return ((long) Math.floor(x / 0.05f) & 0x1fffff) << 42
        | ((long) Math.floor(y / 0.05f) & 0x1fffff) << 21
        | ((long) Math.floor(z / 0.05f) & 0x1fffff);
  }

  @ParameterizedTest
  @CsvSource({
    "rosbag2/nebula_40p,pandar_msgs/msg/PandarScan,4",
    "rosbag2/nebula_ars548,nebula_msgs/msg/NebulaPackets,2",
    "rosbag2/ros2_talker_mcap,std_msgs/msg/String,10",
    "rosbag2/ros2_convert_a_mcap,test_msgs/msg/Empty,100"
  })
  void bagsWithoutAnythingForUsSayWhatIsInThem(String path, String type, int count) {
    Path bag = Published.data(path);

    Throwable thrown = catchThrowable(() -> Published.imported(bag, log()));

    assertThat(thrown)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds nothing that can be imported")
        .hasMessageContaining(count + " x ")
        .hasMessageContaining(type.replace("/msg/", "/"));
    assertThat(log()).doesNotExist();
  }

  @Test
  void nuscenesKeyframeKeepsItsSweepAndPicture() throws IOException {
    ImportReport report = Published.imported(Published.data("nuscenes_keyframe"), log());

    assertThat(report.format()).isEqualTo("nuscenes");
    LidarSweep sweep = Published.values(log(), Topics.LIDAR_SWEEP).get(0);
    assertThat(sweep.size()).isEqualTo(34_688);
    assertThat(sweep.timeNs()).isEqualTo(1_532_402_927_647_951_000L);
    int rings = 0;
    for (int i = 0; i < sweep.size(); i++) {
      rings = Math.max(rings, sweep.ring(i) + 1);
    }
    assertThat(rings).isEqualTo(32);
    assertThat(Published.values(log(), Topics.CAMERA_IMAGE).get(0).width()).isEqualTo(1600);
  }
}
