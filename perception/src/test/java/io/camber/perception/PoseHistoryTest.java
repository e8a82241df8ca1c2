package io.camber.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import org.junit.jupiter.api.Test;

class PoseHistoryTest {
  private final PoseHistory history = new PoseHistory();

  @Test
  void interpolatesAcrossTheWrapOfTheYaw() {
    history.add(pose(0L, 0.0, Math.PI - 0.1, PoseStatus.TRACKING));
    history.add(pose(10_000_000L, 1.0, -Math.PI + 0.1, PoseStatus.TRACKING));

    Pose3 middle = history.poseAt(5_000_000L).orElseThrow();

    assertThat(middle.x()).isCloseTo(0.5, within(1e-12));
    assertThat(Math.abs(middle.yaw())).isCloseTo(Math.PI, within(1e-9));
  }

  @Test
  void extrapolatesALittleAndNoFurther() {
    history.add(pose(0L, 0.0, 0.0, PoseStatus.TRACKING));

    assertThat(history.poseAt(50_000_000L).orElseThrow().x()).isCloseTo(0.5, within(1e-12));
    assertThat(history.poseAt(200_000_000L)).isEmpty();
    assertThat(history.twistAt(200_000_000L)).isEmpty();
  }

  @Test
  void knowsNothingBeforeItsOldestPose() {
    assertThat(history.poseAt(0L)).isEmpty();
    history.add(pose(10L, 0.0, 0.0, PoseStatus.TRACKING));
    assertThat(history.poseAt(9L)).isEmpty();
  }

  @Test
  void refusesUnusableAndOldPoses() {
    assertThat(history.add(pose(10L, 0.0, 0.0, PoseStatus.INITIALIZING))).isFalse();
    assertThat(history.add(pose(10L, 0.0, 0.0, PoseStatus.LOST))).isFalse();
    assertThat(history.add(pose(10L, 0.0, 0.0, PoseStatus.DEAD_RECKONING))).isTrue();
    assertThat(history.add(pose(10L, 0.0, 0.0, PoseStatus.TRACKING))).isFalse();
  }

  @Test
  void forgetsTheOldestWhenFull() {
    for (int k = 0; k <= PoseHistory.CAPACITY; k++) {
      history.add(pose(k, 0.0, 0.0, PoseStatus.TRACKING));
    }

    assertThat(history.poseAt(0L)).isEmpty();
    assertThat(history.poseAt(1L)).isPresent();
  }

  private static EgoPose pose(long timeNs, double x, double yaw, PoseStatus status) {
    return new EgoPose(
        timeNs,
        new Pose3(x, 0.0, 0.0, yaw, 0.0, 0.0),
        new Twist2(10.0, 0.0, 0.0),
        0.0,
        0.1,
        0.1,
        0.01,
        0.0,
        1.0,
        status);
  }
}
