package io.camber.drives.kitti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.drives.DriveImport;
import io.camber.drives.ImportChoice;
import io.camber.drives.ImportReport;
import io.camber.drives.Published;
import io.camber.drives.log.ImportProgress;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KittiReaderTest {
  /** Latitude, longitude and so on of a car that stands at 49 N 8 E heading north; then what the test sets. */
  private static final String PACKET =
      "49 8 100 0 0 1.5707963267948966 2 0 2 0 0 0.5 0 9.81 0 0 0 0.1 0.2 0.3 0 0 0 0.05 0.02 4 9 4 4 0";

  @TempDir
  private Path folder;

  @Test
  void rawDriveKeepsEverySweepSampleAndLabel() throws IOException {
    Path log = folder.resolve("drive.mcap");

    ImportReport report = Published.imported(Published.data("kitti_raw_0005"), log);

    assertThat(report.format()).isEqualTo("kitti-raw");
    assertThat(report.count("/sensor/lidar/top/sweep")).isEqualTo(60);
    assertThat(report.count("/sensor/imu")).isEqualTo(60);
    assertThat(report.count("/sensor/gnss")).isEqualTo(60);
    assertThat(report.count("/truth/frame")).isEqualTo(60);
    // 59 and a half periods; 100.3 ms is what distance over speed of the samples says
    assertThat(report.spanS()).isCloseTo(59.5 * 0.1003, within(0.02));
    assertThat(report.skipped()).hasSize(1);
    List<TruthFrame> truth = Published.values(log, Topics.TRUTH_FRAME);
    long labels = truth.stream().mapToLong(frame -> frame.actors().size() - 1).sum();
    long left = report.skipped().values().iterator().next();
    assertThat(labels + left).isEqualTo(278); // lines of the label file
    List<LidarSweep> sweeps = Published.values(log, Topics.LIDAR_SWEEP);
    assertThat(sweeps.stream().mapToInt(LidarSweep::size).average().orElse(0.0))
        .isCloseTo(122_000.0, within(2_000.0));
    assertThat(rings(sweeps.get(10))).isEqualTo(64);
    assertThat(sweeps.stream().mapToInt(KittiReaderTest::besideTheRoof)).containsOnly(0);
  }

  /** Points where the car's own roof shows up in every sweep of the source; whoever stood there would be within a metre of it. */
  private static int besideTheRoof(LidarSweep sweep) {
    int count = 0;
    for (int i = 0; i < sweep.size(); i++) {
      double aside = Math.abs(sweep.y(i));
      boolean isAlong = sweep.x(i) > -1.4 && sweep.x(i) < -0.7;
      if (isAlong && aside > 0.95 && aside < 1.7 && sweep.z(i) > -0.8 && sweep.z(i) < -0.45) {
        count++;
      }
    }
    return count;
  }

  private static int rings(LidarSweep sweep) {
    int most = 0;
    for (int i = 0; i < sweep.size(); i++) {
      most = Math.max(most, sweep.ring(i) + 1);
    }
    return most;
  }

  @Test
  void imagesComeWithTheirCalibration() throws IOException {
    Path log = folder.resolve("drive.mcap");

    ImportReport report = Published.imported(Published.data("kitti_cam_lidar_traffic"), log);

    assertThat(report.count("/sensor/lidar/top/sweep")).isEqualTo(20);
    assertThat(report.count("/sensor/camera/front/image")).isEqualTo(10);
    assertThat(report.missing()).anyMatch(line -> line.startsWith("localization cannot run"));
    assertThat(Published.values(log, Topics.CAMERA_IMAGE).get(0).width()).isEqualTo(1242);
    var camera = Published.values(log, Topics.CAMERA_CALIBRATION).get(0);
    assertThat(camera.focalXPx()).isEqualTo(721.5377);
    // the drawing: camera 0 sits 0.27 m before the lidar and 0.08 m below it
    assertThat(camera.baseFromCamera().x()).isCloseTo(0.76 + 0.27, within(0.03));
    assertThat(camera.baseFromCamera().z()).isCloseTo(1.73 - 0.08, within(0.03));
    assertThat(camera.baseFromCamera().yaw()).isCloseTo(0.0, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "0002,233",
    "0003,144",
    "0004,314",
    "0005,297",
    "0007,800",
    "0009,803",
    "0011,373",
    "0017,145",
    "0020,837"
  })
  void trackingSequenceKeepsEveryPacketAndLabel(String sequence, int frames) throws IOException {
    Path source = Published.data("kitti_tracking");
    Path log = folder.resolve("drive.mcap");

    ImportReport report = DriveImport.run(
        source,
        new ImportChoice("kitti-tracking", Optional.of(sequence), Map.of()),
        log,
        ImportProgress.SILENT);

    assertThat(report.count("/sensor/gnss")).isEqualTo(frames);
    long lines = Files.readAllLines(source.resolve("label/" + sequence + ".txt")).stream()
        .filter(line -> !line.isBlank())
        .count();
    long labels = Published.values(log, Topics.TRUTH_FRAME).stream()
        .mapToLong(frame -> frame.actors().size() - 1)
        .sum();
    long left = report.skipped().values().stream().mapToLong(Long::longValue).sum();
    assertThat(labels + left).isEqualTo(lines);
  }

  @Test
  void severalSequencesAskForOne() {
    Path sequences = Published.data("kitti_tracking");

    assertThatThrownBy(() -> Published.imported(sequences, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0002, 0003, 0004")
        .hasMessageContaining("--part");
  }

  @Test
  void labelTenMetresBeforeTheCameraStandsTenMetresAheadOfIt() throws IOException {
    Path source = drive(PACKET);
    Path log = folder.resolve("drive.mcap");

    Published.imported(source, log);

    TruthFrame frame = Published.values(log, Topics.TRUTH_FRAME).get(0);
    Pose3 ego = frame.ego().orElseThrow().mapFromReference();
    ActorTruth car = frame.findActor("car-3").orElseThrow();
    Vec2 place = ego.toPose2().applyInverse(car.footprint().center().position());
    // camera = lidar frame turned: 10 m ahead of the lidar, which is 0.76 m before the axle
    assertThat(place.x()).isCloseTo(10.76, within(1e-6));
    assertThat(place.y()).isCloseTo(-2.0, within(1e-6));
    // heading -pi/2 about the camera's downward axis is straight ahead
    assertThat(car.mapFromReference().yaw()).isCloseTo(ego.yaw(), within(1e-6));
    assertThat(car.size().lengthM()).isEqualTo(4.0);
  }

  @Test
  void trackletsStandInTheFrameOfTheLidar() throws IOException {
    Path source = drive(PACKET);
    Files.delete(source.resolve("labels.txt"));
    write(source.resolve("a_sync/tracklet_labels.xml"), """
        <boost_serialization><tracklets><count>1</count><item_version>1</item_version>
          <item><objectType>Van</objectType><h>2</h><w>1.9</w><l>5</l><first_frame>0</first_frame>
            <poses><count>1</count><item_version>2</item_version>
              <item><tx>10</tx><ty>-2</ty><tz>-1.7</tz><rx>0</rx><ry>0</ry><rz>0.5</rz></item>
            </poses></item>
        </tracklets></boost_serialization>
        """);
    Path log = folder.resolve("drive.mcap");

    Published.imported(source, log);

    TruthFrame frame = Published.values(log, Topics.TRUTH_FRAME).get(0);
    Pose3 ego = frame.ego().orElseThrow().mapFromReference();
    ActorTruth van = frame.findActor("van-0").orElseThrow();
    Vec2 place = ego.toPose2().applyInverse(van.footprint().center().position());
    assertThat(place.x()).isCloseTo(10.76, within(1e-6));
    assertThat(place.y()).isCloseTo(-2.0, within(1e-6));
    assertThat(van.mapFromReference().yaw() - ego.yaw()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void samplesTurnIntoTheFrameOfTheCar() throws IOException {
    Path log = folder.resolve("drive.mcap");

    Published.imported(drive(PACKET), log);

    ImuSample imu = Published.values(log, Topics.IMU).get(0);
    GnssFix fix = Published.values(log, Topics.GNSS).get(0);
    assertThat(imu.specificForceMps2().x()).isCloseTo(0.5, within(1e-9));
    assertThat(imu.angularRateRadps().z()).isCloseTo(0.3, within(1e-9));
    assertThat(fix.yaw()).isCloseTo(Math.PI / 2.0, within(1e-9));
    assertThat(fix.velocityMps()).isEqualTo(new Vec2(0.0, 2.0));
    // heading north, the axle lies 0.05 m ahead of the unit and 0.32 m to its right, which is east
    assertThat(fix.position().x()).isCloseTo(0.32, within(1e-6));
    assertThat(fix.position().y()).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void pointsAreTimedByTheirAzimuth() throws IOException {
    Path log = folder.resolve("drive.mcap");

    Published.imported(drive(PACKET), log);

    LidarSweep sweep = Published.values(log, Topics.LIDAR_SWEEP).get(0);
    long span = sweep.timeNs() - sweep.startNs();
    assertThat(sweep.size()).isEqualTo(2);
    assertThat(sweep.pointTimeNs(0) - sweep.startNs()).isCloseTo(span / 2, within(2L));
    assertThat(sweep.pointTimeNs(1) - sweep.startNs()).isCloseTo(span * 3 / 4, within(2L));
    assertThat(sweep.intensity(0)).isEqualTo(255);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 49 8, is not finite",
    "fast, 49 8, is not a number",
    "123, 49 8, is not on the globe",
  })
  void brokenPacketNamesFileAndLine(String word, String good, String problem) throws IOException {
    Path source = drive(PACKET.replace(good, word + " 8"));

    assertThatThrownBy(() -> Published.imported(source, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0000000000.txt:1")
        .hasMessageContaining(problem);
    assertThat(folder.resolve("drive.mcap")).doesNotExist();
    assertThat(folder.resolve("drive.mcap.part")).doesNotExist();
  }

  @Test
  void halfAPointNamesFileAndByteAndLeavesNoLog() throws IOException {
    Path source = drive(PACKET);
    Files.write(source.resolve("a_sync/velodyne_points/data/0000000000.bin"), new byte[40]);

    assertThatThrownBy(() -> Published.imported(source, folder.resolve("drive.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0000000000.bin")
        .hasMessageContaining("byte 32");
    assertThat(folder.resolve("drive.mcap")).doesNotExist();
    assertThat(folder.resolve("drive.mcap.part")).doesNotExist();
  }

  /** A drive of one frame whose camera sits in the lidar. */
  private Path drive(String packet) throws IOException {
    Path source = folder.resolve("source");
    Path data = source.resolve("a_sync");
    write(data.resolve("oxts/data/0000000000.txt"), packet);
    write(source.resolve("calib_tracking.txt"), """
        P2: 700 0 600 0 0 700 180 0 0 0 1 0
        R_rect 1 0 0 0 1 0 0 0 1
        Tr_velo_cam 0 -1 0 0 0 0 -1 0 1 0 0 0
        Tr_imu_velo 1 0 0 -0.81 0 1 0 0.32 0 0 1 -0.8
        """);
    write(
        source.resolve("labels.txt"),
        "0 3 Car 0 0 0 0 0 10 10 1.5 1.8 4.0 2.0 1.7 10.0 -1.5707963267948966\n");
    ByteBuffer points = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    points.putFloat(5.0f).putFloat(0.0f).putFloat(-1.7f).putFloat(1.0f);
    points.putFloat(0.0f).putFloat(5.0f).putFloat(-1.7f).putFloat(0.5f);
    Path sweep = data.resolve("velodyne_points/data/0000000000.bin");
    Files.createDirectories(sweep.resolveSibling("."));
    Files.write(sweep, points.array());
    return source;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
