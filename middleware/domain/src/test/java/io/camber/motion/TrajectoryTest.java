package io.camber.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TrajectoryTest {
  private static final Trajectory TRAJECTORY = new Trajectory(List.of(
      new TrajectoryPoint(100, 0, 0, 3.0, 0, 10, 0),
      new TrajectoryPoint(200, 2, 4, -3.0, 0.1, 20, 1)));

  @Test
  void isLinearBetweenPointsAndTurnsTheShortWay() {
    TrajectoryPoint middle = TRAJECTORY.at(150);

    assertThat(middle.x()).isEqualTo(1.0, within(1e-12));
    assertThat(middle.speedMps()).isEqualTo(15.0, within(1e-12));
    assertThat(Math.abs(middle.yaw())).isEqualTo(Math.PI, within(1e-12));
  }

  @Test
  void clampsToItsEnds() {
    assertThat(TRAJECTORY.at(0)).isEqualTo(TRAJECTORY.points().get(0));
    assertThat(TRAJECTORY.at(999)).isEqualTo(TRAJECTORY.last());
  }

  @Test
  void tellsARowOfStatesAsOneByOne() {
    List<TrajectoryPoint> row = TRAJECTORY.at(-50, 30, 20);

    assertThat(row).hasSize(20);
    for (int i = 0; i < row.size(); i++) {
      assertThat(row.get(i)).isEqualTo(TRAJECTORY.at(-50L + 30L * i));
    }
  }

  @Test
  void refusesTimeThatDoesNotRise() {
    TrajectoryPoint point = new TrajectoryPoint(100, 0, 0, 0, 0, 0, 0);

    assertThatThrownBy(() -> new Trajectory(List.of(point, point))).hasMessageContaining("point 1");
  }
}
