package io.camber.localization;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.localization.node.LocalizationNode;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LocalizationNodeTest {
  private static final long MS = 1_000_000L;
  private final SyntheticDrive drive = new SyntheticDrive(SyntheticDrive.circle(), 3, 9);
  private final List<BusMessage<?>> log = new ArrayList<>();

  private void run() {
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, false, Optional.of(Topics.DIAGNOSTICS)))) {
      executor.addListener(log::add);
      executor.add(NodeSpec.world("sensors", 0, context -> new Sensors()));
      executor.add(
          NodeSpec.stack("localization", 2 * MS, "/truth/", context -> new LocalizationNode()));
      executor.runUntil(2_900 * MS);
    }
  }

  private List<BusMessage<?>> on(String topic) {
    return log.stream()
        .filter(message -> message.envelope().topic().equals(topic))
        .toList();
  }

  @Test
  void publishesOnePosePerInertialSampleTwoMillisecondsLater() {
    run();

    List<BusMessage<?>> poses = on(Topics.EGO_POSE.name());
    assertThat(poses).hasSizeBetween(265, 285);
    for (BusMessage<?> message : poses) {
      EgoPose pose = (EgoPose) message.value();
      assertThat(message.envelope().measurementTimeNs()).isEqualTo(pose.timeNs());
      assertThat(message.envelope().publishTimeNs() - pose.timeNs()).isEqualTo(2 * MS);
      assertThat(message.envelope().origins().findSensor("/sensor/imu")).isPresent();
    }
  }

  @Test
  void saysWhenItHasSettled() {
    run();

    assertThat(log.stream()
            .filter(message -> message.value() instanceof HealthReport)
            .map(message -> ((HealthReport) message.value()).code()))
        .containsExactly("pose-initializing", "pose-tracking");
  }

  /** Replays the drive's samples; fixes come 80 ms late. */
  private final class Sensors implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<ImuSample> imu = context.publisher(Topics.IMU);
      Publisher<WheelSpeeds> wheels = context.publisher(Topics.WHEELS);
      Publisher<GnssFix> fixes = context.publisher(Topics.GNSS);
      context.timer(10 * MS, 10 * MS, timeNs -> {
        int step = (int) (timeNs / SyntheticDrive.STEP_NS);
        imu.publishSample(drive.imu.get(step - 1), timeNs);
        if (step % 2 == 0) {
          wheels.publishSample(drive.wheels.get(step / 2 - 1), timeNs);
        }
        if (step % 10 == 8 && step > 10) {
          fixes.publishSample(drive.fixes.get(step / 10 - 1), timeNs - 80 * MS);
        }
      });
    }
  }
}
