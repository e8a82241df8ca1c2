package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.motion.Mission;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStartTest {
  private static final double LANE = -1.75;

  @Test
  void continuesTheLastPlanWhileTheCarKeepsToIt() {
    TrajectoryPoint start = start(4.7, 1.5);

    // 40 ms of latency at 1.5 m/s2 beyond the 5 m/s that the plan means to have now.
    assertThat(start.speedMps()).isCloseTo(5.06, within(1e-3));
    assertThat(start.accelMps2()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void waitsForACarThatDoesNotSpeedUpAsPlanned() {
    TrajectoryPoint start = start(3.9, 1.5);

    assertThat(start.speedMps()).isCloseTo(3.9, within(0.05));
    assertThat(start.accelMps2()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void goesOnBrakingAsPlannedThoughTheCarIsNotYetThatSlow() {
    TrajectoryPoint start = start(5.9, -3.0);

    assertThat(start.speedMps()).isCloseTo(4.88, within(1e-3));
    assertThat(start.accelMps2()).isCloseTo(-3.0, within(1e-9));
  }

  /** The start of the next plan when the last one has 5 m/s now and changes with {@code accel}. */
  private static TrajectoryPoint start(double egoMps, double accel) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int k = 0; k <= 15; k++) {
      double t = 0.1 * k;
      double way = 5.0 * t + 0.5 * accel * t * t;
      points.add(new TrajectoryPoint(
          k * 100_000_000L, 20.0 + way, LANE, 0.0, 0.0, 5.0 + accel * t, accel));
    }
    EgoPose ego = new EgoPose(
        0L,
        new Pose3(20.0, LANE, 0.0, 0.0, 0.0, 0.0),
        new Twist2(egoMps, 0.0, 0.0),
        0.0,
        0.05,
        0.05,
        0.002,
        0.0,
        1.0,
        PoseStatus.TRACKING);
    PlanningInput input = new PlanningInput(
        0L,
        ego,
        true,
        0.0,
        ClosedLoop.CAR,
        TestRoads.straight(1, 500.0, 14.0, 0.0),
        new Mission(0L, List.of(), 14.0),
        new Tracks(0L, List.of()),
        new Futures(0L, List.of()),
        Optional.empty());
    return PlanStart.of(input, new Trajectory(points), PlannerConfig.standard());
  }
}
