package io.camber.evaluation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theShortestLeashIsThatOfAllWaysToWalk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Trajectory a = wandering(random);
    Trajectory b = wandering(random);
    int last = a.points().size() - 1;

    assertThat(PlanStep.between(a, b).frechetM())
        .as("seed %d", seed)
        .isCloseTo(leashM(a.points(), b.points(), last, last), within(1e-12));
  }

  /** The definition as Eiter and Mannila write it, without a table. */
  private static double leashM(List<TrajectoryPoint> a, List<TrajectoryPoint> b, int i, int j) {
    double here =
        Math.hypot(a.get(i).x() - b.get(j).x(), a.get(i).y() - b.get(j).y());
    if (i == 0 && j == 0) {
      return here;
    }
    double before = Double.POSITIVE_INFINITY;
    before = i > 0 ? Math.min(before, leashM(a, b, i - 1, j)) : before;
    before = j > 0 ? Math.min(before, leashM(a, b, i, j - 1)) : before;
    before = i > 0 && j > 0 ? Math.min(before, leashM(a, b, i - 1, j - 1)) : before;
    return Math.max(here, before);
  }

  private static Trajectory wandering(SplittableRandom random) {
    List<TrajectoryPoint> points = new ArrayList<>();
    double x = 0.0;
    for (int i = 0; i < 8; i++) {
      x += random.nextDouble(2.0);
      points.add(
          new TrajectoryPoint(i * 100_000_000L, x, random.nextDouble(1.0), 0.0, 0.0, 10.0, 0.0));
    }
    return new Trajectory(points);
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
