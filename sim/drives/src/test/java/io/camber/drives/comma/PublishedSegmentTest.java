package io.camber.drives.comma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.drives.ImportReport;
import io.camber.drives.Published;
import io.camber.drives.frame.TimedPoses;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The segment that the collection publishes as its example: its sensors agree with its poses, each in its own way. */
final class PublishedSegmentTest {
  @TempDir
  private Path folder;

  @Test
  void sensorsAgreeWithThePoses() throws IOException {
    Path log = folder.resolve("drive.mcap");

    ImportReport report = Published.imported(Published.data("comma2k19"), log);

    assertThat(report.count("/sensor/imu")).isEqualTo(6256);
    assertThat(report.count("/sensor/wheels")).isEqualTo(4974);
    assertThat(report.count("/sensor/gnss")).isEqualTo(579);
    assertThat(report.count("/truth/frame")).isEqualTo(1200);
    assertThat(report.count("/sensor/camera/front/image")).isEqualTo(1);
    assertThat(report.spanS()).isCloseTo(60.03, within(0.01));
    TimedPoses truth = new TimedPoses();
    for (TruthFrame frame : Published.values(log, Topics.TRUTH_FRAME)) {
      truth.put(frame.timeNs(), frame.ego().orElseThrow().mapFromReference());
    }
    wheelsGoAsFast(log, truth);
    fixesAreWhereTheCarIs(log, truth);
    unitTurnsAndLeansWithTheCar(log, truth);
  }

  private static void wheelsGoAsFast(Path log, TimedPoses truth) throws IOException {
    Spread difference = new Spread();
    for (WheelSpeeds wheels : Published.values(log, Topics.WHEELS)) {
      difference.add(wheels.rearMps() - truth.twistAt(wheels.timeNs()).forwardMps());
    }
    assertThat(difference.rms()).as("m/s, %s", difference).isLessThan(0.25);
  }

  private static void fixesAreWhereTheCarIs(Path log, TimedPoses truth) throws IOException {
    Spread along = new Spread();
    Spread across = new Spread();
    Spread up = new Spread();
    Spread course = new Spread();
    Spread speed = new Spread();
    for (GnssFix fix : Published.values(log, Topics.GNSS)) {
      Pose3 pose = truth.at(fix.timeNs());
      Vec2 off = pose.toPose2().applyInverse(fix.position().toVec2());
      along.add(off.x());
      across.add(off.y());
      up.add(fix.position().z() - pose.z());
      course.add(Angles.difference(fix.yaw(), pose.yaw()));
      speed.add(fix.velocityMps().length() - truth.twistAt(fix.timeNs()).forwardMps());
    }
    assertThat(along.rms()).as("m along, %s", along).isLessThan(2.0);
    assertThat(across.rms()).as("m across, %s", across).isLessThan(1.0);
    assertThat(up.rms()).as("m up, %s", up).isLessThan(2.0);
    assertThat(course.rms()).as("rad, %s", course).isLessThan(0.01);
    assertThat(speed.rms()).as("m/s, %s", speed).isLessThan(0.25);
  }

  private static void unitTurnsAndLeansWithTheCar(Path log, TimedPoses truth) throws IOException {
    List<ImuSample> samples = Published.values(log, Topics.IMU);
    Spread force = new Spread();
    Spread turn = new Spread();
    for (ImuSample sample : samples) {
      Vec3 felt = sample.specificForceMps2();
      force.add(felt.z());
      turn.add(sample.angularRateRadps().z() - truth.twistAt(sample.timeNs()).yawRateRadps());
    }
    assertThat(force.mean()).isCloseTo(9.8, within(0.2));
    assertThat(turn.rms()).as("rad/s, %s", turn).isLessThan(0.01);
    assertThat(turn.mean()).isCloseTo(0.0, within(1e-3));
  }

  /** Mean and root of the mean square of some differences. */
  private static final class Spread {
    private int count;
    private double sum;
    private double squares;

    void add(double difference) {
      count++;
      sum += difference;
      squares += difference * difference;
    }

    double mean() {
      return sum / count;
    }

    double rms() {
      return Math.sqrt(squares / count);
    }

    @Override
    public String toString() {
      return String.format(java.util.Locale.ROOT, "mean %.4f rms %.4f", mean(), rms());
    }
  }
}
