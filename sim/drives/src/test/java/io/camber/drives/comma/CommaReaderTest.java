package io.camber.drives.comma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.drives.DriveImport;
import io.camber.drives.ImportChoice;
import io.camber.drives.ImportReport;
import io.camber.drives.Published;
import io.camber.drives.log.ImportProgress;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A straight drive whose every value is known, and what becomes of it when parts are missing. */
final class CommaReaderTest {
  private static final double MILLIMETRE = 1e-3;

  @TempDir
  private Path folder;

  private Path log() {
    return folder.resolve("drive.mcap");
  }

  private Path segment() throws IOException {
    return SyntheticSegment.write(folder.resolve("source/" + SyntheticSegment.ROUTE + "/40"));
  }

  private List<ActorTruth> egos() throws IOException {
    return Published.values(log(), Topics.TRUTH_FRAME).stream()
        .map(TruthFrame::ego)
        .map(Optional::orElseThrow)
        .toList();
  }

  @Test
  void segmentBecomesSensorsAndTruthAndNamesWhatItLeaves() throws IOException {
    ImportReport report = Published.imported(segment(), log());

    assertThat(report.format()).isEqualTo("comma2k19");
    assertThat(report.about()).isEqualTo("comma2k19 " + SyntheticSegment.ROUTE + "/40");
    assertThat(report.count("/sensor/imu")).isEqualTo(500);
    assertThat(report.count("/sensor/wheels")).isEqualTo(400);
    assertThat(report.count("/sensor/gnss")).isEqualTo(50);
    assertThat(report.count("/sensor/radar/front/returns")).isEqualTo(40);
    assertThat(report.count("/truth/frame")).isEqualTo(100);
    assertThat(report.count("/localization/pose")).isZero();
    assertThat(report.spanS()).isCloseTo(4.99, within(1e-3));
    assertThat(report.skipped().values()).containsExactlyInAnyOrder(400L, 400L, 500L, 500L);
    assertThat(report.skipped().keySet().toString())
        .contains("CAN/speed")
        .contains("CAN/steering_angle")
        .contains("IMU/gyro_uncalibrated")
        .contains("IMU/gyro_bias");
    assertThat(report.remarks())
        .anyMatch(line -> line.contains("1.00 degrees to the left and 4.00"));
    assertThat(Published.values(log(), Topics.VEHICLE_DESCRIPTION).get(0).name())
        .contains("RAV4");
  }

  @Test
  void truthGoesStraightInTheMapAsInTheTangentPlane() throws IOException {
    Published.imported(segment(), log());

    List<ActorTruth> egos = egos();
    Pose3 first = egos.get(0).mapFromReference();
    for (int i = 0; i < egos.size(); i++) {
      Pose3 pose = egos.get(i).mapFromReference();
      double[] plane = SyntheticSegment.plane(0.05 * i);
      assertThat(pose.x() - first.x()).isCloseTo(plane[0], within(MILLIMETRE));
      assertThat(pose.y() - first.y()).isCloseTo(plane[1], within(MILLIMETRE));
      assertThat(pose.yaw()).isCloseTo(SyntheticSegment.YAW, within(1e-6));
      assertThat(pose.pitch()).isCloseTo(0.0, within(2e-5)); // the ground bends 16 urad on 100 m
      assertThat(egos.get(i).speedMps()).isCloseTo(20.0, within(1e-6));
    }
    assertThat(first.z()).isCloseTo(0.0, within(MILLIMETRE));
    double back = -Mounting.AHEAD_M;
    assertThat(first.x()).isCloseTo(back * Math.cos(SyntheticSegment.YAW), within(MILLIMETRE));
    assertThat(first.y()).isCloseTo(back * Math.sin(SyntheticSegment.YAW), within(MILLIMETRE));
  }

  @Test
  void inertialUnitFeelsGravityOnly() throws IOException {
    Published.imported(segment(), log());

    for (ImuSample sample : Published.values(log(), Topics.IMU)) {
      assertThat(sample.specificForceMps2().x()).isCloseTo(0.0, within(1e-4));
      assertThat(sample.specificForceMps2().y()).isCloseTo(0.0, within(1e-4));
      assertThat(sample.specificForceMps2().z()).isCloseTo(9.81, within(1e-6));
      assertThat(sample.angularRateRadps().length()).isZero();
    }
  }

  @Test
  void rightAndDownBecomeLeftAndUp() throws IOException {
    Path imu = folder.resolve("source/40/processed_log/IMU");
    SyntheticSegment.series(imu.resolve("accelerometer"), 0.01, new double[][] {{0.5, 1.0, -9.8}});
    SyntheticSegment.series(imu.resolve("gyro"), 0.01, new double[][] {{0.1, 0.2, 0.3}});

    Published.imported(folder.resolve("source"), log());

    ImuSample sample = Published.values(log(), Topics.IMU).get(0);
    assertThat(sample.specificForceMps2()).isEqualTo(new Vec3(0.5, -1.0, 9.8));
    assertThat(sample.angularRateRadps()).isEqualTo(new Vec3(0.1, -0.2, -0.3));
  }

  @Test
  void fixesLieOnTheLineOfTheTruth() throws IOException {
    Published.imported(segment(), log());

    List<ActorTruth> egos = egos();
    List<GnssFix> fixes = Published.values(log(), Topics.GNSS);
    for (int i = 0; i < fixes.size(); i++) {
      GnssFix fix = fixes.get(i);
      Pose3 truth = egos.get(2 * i).mapFromReference();
      assertThat(fix.position().minus(truth.position()).length()).isLessThan(MILLIMETRE);
      assertThat(fix.yaw()).isCloseTo(SyntheticSegment.YAW, within(1e-6));
      assertThat(fix.velocityMps().length()).isCloseTo(20.0, within(1e-9));
      Vec2 ahead = new Vec2(Math.cos(SyntheticSegment.YAW), Math.sin(SyntheticSegment.YAW));
      assertThat(fix.velocityMps().dot(ahead)).isCloseTo(20.0, within(1e-6));
    }
  }

  @Test
  void wheelsAndRadarKeepTheirSides() throws IOException {
    Published.imported(segment(), log());

    WheelSpeeds wheels = Published.values(log(), Topics.WHEELS).get(7);
    assertThat(wheels.frontLeftMps()).isEqualTo(20.1);
    assertThat(wheels.frontRightMps()).isEqualTo(20.2);
    assertThat(wheels.rearLeftMps()).isEqualTo(19.9);
    assertThat(wheels.rearRightMps()).isEqualTo(20.1);
    RadarReturns radar = Published.values(log(), Topics.RADAR_RETURNS).get(3);
    assertThat(radar.timeNs()).isCloseTo(100_153_000_000L, within(1L));
    assertThat(radar.returns()).hasSize(2);
    assertThat(radar.returns().get(0).rangeM()).isCloseTo(Math.hypot(40.0, 3.0), within(1e-9));
    assertThat(radar.returns().get(0).azimuth()).isCloseTo(Math.atan(3.0 / 40.0), within(1e-9));
    assertThat(radar.returns().get(0).rangeRateMps()).isEqualTo(-2.5);
    assertThat(radar.returns().get(1).azimuth()).isNegative();
  }

  @Test
  void withoutPosesTheDeviceIsLevelAndTheFirstFixTheOrigin() throws IOException {
    Path source = segment();
    SyntheticSegment.delete(source.resolve("global_pose"));

    ImportReport report = Published.imported(source, log());

    assertThat(report.count("/truth/frame")).isZero();
    assertThat(report.remarks()).anyMatch(line -> line.contains("no global_pose"));
    assertThat(report.remarks()).anyMatch(line -> line.contains("level and straight ahead"));
    GnssFix fix = Published.values(log(), Topics.GNSS).get(0);
    assertThat(fix.position().toVec2().length()).isCloseTo(Mounting.AHEAD_M, within(MILLIMETRE));
    assertThat(fix.position().z()).isCloseTo(0.0, within(MILLIMETRE));
    assertThat(Published.values(log(), Topics.IMU).get(0).specificForceMps2().x())
        .isCloseTo(-9.81 * Math.sin(SyntheticSegment.DEVICE_PITCH), within(1e-9));
  }

  @Test
  void logsAloneAreASegment() throws IOException {
    ImportReport report = Published.imported(segment().resolve("processed_log"), log());

    assertThat(report.format()).isEqualTo("comma2k19");
    assertThat(report.about()).contains(SyntheticSegment.ROUTE + "/40");
    assertThat(report.count("/truth/frame")).isZero();
    assertThat(report.count("/sensor/imu")).isEqualTo(500);
  }

  @Test
  void whereNothingCanLocalizeThePosesStandIn() throws IOException {
    Path source = segment();
    SyntheticSegment.delete(source.resolve("processed_log"));

    ImportReport report = Published.imported(source, log());

    assertThat(report.count("/localization/pose")).isEqualTo(100);
    assertThat(report.count("/truth/frame")).isEqualTo(100);
    var pose = Published.values(log(), Topics.EGO_POSE).get(50);
    assertThat(pose.twist().forwardMps()).isCloseTo(20.0, within(1e-3));
    assertThat(report.missing()).anyMatch(line -> line.startsWith("localization cannot run"));
  }

  @Test
  void gyroWithoutCorrectionLosesItsBias() throws IOException {
    Path source = segment();
    SyntheticSegment.delete(source.resolve("processed_log/IMU/gyro"));

    ImportReport report = Published.imported(source, log());

    assertThat(report.remarks()).anyMatch(line -> line.contains("less IMU/gyro_bias"));
    assertThat(Published.values(log(), Topics.IMU).get(9).angularRateRadps().length())
        .isCloseTo(0.0, within(1e-12));
  }

  @Test
  void otherReceiverAndPlainSpeedStandIn() throws IOException {
    Path source = segment();
    Path gnss = source.resolve("processed_log/GNSS");
    Files.move(gnss.resolve("live_gnss_ublox"), gnss.resolve("live_gnss_qcom"));
    SyntheticSegment.delete(source.resolve("processed_log/CAN/wheel_speed"));

    ImportReport report = Published.imported(source, log());

    assertThat(report.count("/sensor/gnss")).isEqualTo(50);
    assertThat(report.remarks()).anyMatch(line -> line.contains("live_gnss_qcom"));
    assertThat(report.remarks()).anyMatch(line -> line.contains("CAN/speed"));
    assertThat(Published.values(log(), Topics.WHEELS).get(0).rearMps()).isEqualTo(20.0);
  }

  @Test
  void partNamesASegmentWithEitherSign() throws IOException {
    segment();
    Path route = folder.resolve("source/" + SyntheticSegment.ROUTE);
    SyntheticSegment.write(route.resolve("41"));
    for (String part : List.of(SyntheticSegment.ROUTE, SyntheticSegment.ROUTE.replace('|', '_'))) {
      Path out = folder.resolve(part.replace('|', '-') + ".mcap");

      ImportReport report = DriveImport.run(
          folder.resolve("source"),
          new ImportChoice("comma2k19", Optional.of(part + "/41"), Map.of()),
          out,
          ImportProgress.SILENT);

      assertThat(report.about()).endsWith("/41");
      assertThat(report.count("/sensor/imu")).isEqualTo(500);
    }
    ImportReport report = DriveImport.run(
        route, new ImportChoice("auto", Optional.of("40"), Map.of()), log(), ImportProgress.SILENT);
    assertThat(report.about()).endsWith("/40");
  }
}
