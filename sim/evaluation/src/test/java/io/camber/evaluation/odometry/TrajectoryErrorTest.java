package io.camber.evaluation.odometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class TrajectoryErrorTest {
  @Test
  void aTrajectoryMovedAsAWholeHasNoErrorOnceAligned() {
    List<Rigid> actual = circle(200.0, 300);
    Rigid move = Rigid.planar(40.0, -7.0, 2.5);
    List<Rigid> estimated = actual.stream().map(move::times).toList();

    assertThat(AbsoluteError.aligned(estimated, actual).translationM()).isLessThan(1e-9);
    assertThat(AbsoluteError.aligned(estimated, actual).rotation()).isLessThan(1e-9);
    assertThat(AbsoluteError.of(estimated, actual).translationM()).isGreaterThan(40.0);
  }

  @Test
  void aConstantOffsetIsTheWholeErrorWithoutAlignment() {
    List<Rigid> actual = circle(200.0, 300);
    List<Rigid> estimated =
        actual.stream().map(Rigid.planar(3.0, 4.0, 0.0)::times).toList();

    assertThat(AbsoluteError.of(estimated, actual).translationM()).isCloseTo(5.0, within(1e-9));
    assertThat(AbsoluteError.of(estimated, actual).rotation()).isLessThan(1e-9);
  }

  @Test
  void aWheelTwoPercentTooLargeDriftsTwoPercent() {
    List<Rigid> actual = new ArrayList<>();
    List<Rigid> estimated = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      actual.add(Rigid.planar(i, 0.0, 0.0));
      estimated.add(Rigid.planar(1.02 * i, 0.0, 0.0));
    }

    SegmentDrift drift = SegmentDrift.of(estimated, actual);

    // each segment ends one pose beyond its length: (L + 1) * 0.02 / L
    double expected = 0.0;
    int count = 0;
    for (int first = 0; first <= 1000; first += 10) {
      for (int length = 100; length <= 800; length += 100) {
        if (first + length + 1 <= 1000) {
          expected += 0.02 * (length + 1) / length;
          count++;
        }
      }
    }
    assertThat(drift.segments()).isEqualTo(count);
    assertThat(drift.translation()).isCloseTo(expected / count, within(1e-9));
    assertThat(drift.rotationPerM()).isLessThan(1e-12);
  }

  @Test
  void aShortDriveHasNoDrift() {
    assertThat(SegmentDrift.of(circle(10.0, 20), circle(10.0, 20)).translation())
        .isNaN();
  }

  @Test
  void agreesWithASecondImplementationOnAKittiDrive() throws IOException {
    List<Rigid> estimated = poses("poses_kissicp_velo_f000-059.txt", 1.0);
    List<Rigid> actual = poses("poses_oxts_velo_f000-059.txt", 1.0);

    AbsoluteError error = AbsoluteError.aligned(estimated, actual);
    SegmentDrift drift = SegmentDrift.of(
        poses("poses_kissicp_velo_f000-059.txt", 10.0),
        poses("poses_oxts_velo_f000-059.txt", 10.0));

    // src/test/python/reference_scores.py; ten times the size, because the drive is 69 m long
    // the rotations of the files have nine digits: transposing and inverting them differ by as much
    assertThat(error.translationM()).isCloseTo(0.1720584957238571, within(1e-8));
    assertThat(error.rotation()).isCloseTo(0.16479172502256154, within(1e-8));
    assertThat(drift.segments()).isEqualTo(5);
    assertThat(drift.translation()).isCloseTo(4.037126979583764e-02, within(1e-8));
    assertThat(drift.rotationPerM()).isCloseTo(1.713285019818940e-05, within(1e-10));
  }

  private static List<Rigid> poses(String name, double size) throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    Assumptions.assumeTrue(root != null, "CAMBER_TEST_DATA does not name the published data");
    Path file = Path.of(String.valueOf(root), "data/kitti_raw_0005", name);
    Assumptions.assumeTrue(Files.exists(file), file + " is missing");
    List<Rigid> poses = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" +", -1);
      double[] rows = new double[12];
      for (int i = 0; i < 12; i++) {
        rows[i] = Double.parseDouble(words[i]) * (i % 4 == 3 ? size : 1.0);
      }
      poses.add(Rigid.ofRows(rows));
    }
    return poses;
  }

  private static List<Rigid> circle(double radius, int count) {
    List<Rigid> poses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = 2.0 * i / count;
      poses.add(Rigid.planar(
          radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), angle + Math.PI / 2.0));
    }
    return poses;
  }
}
