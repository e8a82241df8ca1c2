package io.camber.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanStepTest {
  @Test
  void theSamePlanOneStepLaterDoesNotDiffer() {
    PlanStep step = PlanStep.between(straight(0, 0.0, 0.0), straight(1, 0.0, 0.0));

    assertThat(step.frechetM()).isCloseTo(0.0, within(1e-9));
    assertThat(step.comfortable()).isTrue();
  }

  @Test
  void aPlanBesideTheOtherIsAsFarAwayAsItLies() {
    PlanStep step = PlanStep.between(straight(0, 0.0, 0.0), straight(1, 0.7, 0.0));

    assertThat(step.frechetM()).isCloseTo(0.7, within(1e-9));
    assertThat(step.lateralM()).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void anAccelerationBeyondTheBoundIsUncomfortable() {
    assertThat(PlanStep.between(straight(0, 0, 0.0), straight(1, 0, 0.69)).comfortable())
        .isTrue();
    assertThat(PlanStep.between(straight(0, 0, 0.0), straight(1, 0, 0.71)).comfortable())
        .isFalse();
  }

  @Test
  void plansWithoutCommonTimeAreNotCompared() {
    assertThat(PlanStep.isComparable(straight(0, 0, 0), straight(60, 0, 0))).isFalse();
    assertThat(PlanStep.isComparable(Trajectory.EMPTY, straight(0, 0, 0))).isFalse();
  }

  /** 10 m/s eastwards for 5 s from a tenth of a second on. */
  private static Trajectory straight(int tenth, double y, double accelMps2) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = tenth; i <= tenth + 50; i++) {
      points.add(new TrajectoryPoint(i * 100_000_000L, i, y, 0.0, 0.0, 10.0, accelMps2));
    }
    return new Trajectory(points);
  }
}
