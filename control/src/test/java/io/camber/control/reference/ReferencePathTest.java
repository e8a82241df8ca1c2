package io.camber.control.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReferencePathTest {
  private static final double RADIUS = 15.0;

  /** A circle of 15 m at 10 m/s, a point every metre. */
  private static ReferencePath circle() {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double turn = i / RADIUS;
      points.add(new TrajectoryPoint(
          i * 100_000_000L,
          RADIUS * StrictMath.sin(turn),
          RADIUS * (1 - StrictMath.cos(turn)),
          io.camber.geometry.Angles.wrap(turn),
          1 / RADIUS,
          10,
          0));
    }
    return ReferencePath.of(new Trajectory(points)).orElseThrow();
  }

  @Test
  void coarsePointsOnACircleCostLessThanAMillimetre() {
    ReferencePath path = circle();

    for (double s = 0.3; s < 39.0; s += 0.37) {
      double turn = s / RADIUS;
      double x = (RADIUS - 0.5) * StrictMath.sin(turn);
      double y = RADIUS - (RADIUS - 0.5) * StrictMath.cos(turn);
      PathPoint place = path.project(x, y, (long) (s * 1e8));
      assertThat(place.lateralOf(x, y)).isCloseTo(0.5, within(1e-3));
      assertThat(place.station()).isCloseTo(s, within(0.02));
      assertThat(io.camber.geometry.Angles.difference(place.yaw(), turn))
          .isCloseTo(0, within(2e-3));
    }
  }

  @Test
  void goesOnStraightBeyondItsEnds() {
    ReferencePath path = circle();

    PathPoint before = path.project(-2.0, 0.3, 0);

    assertThat(before.station()).isCloseTo(-2.0, within(1e-9));
    assertThat(before.lateralOf(-2.0, 0.3)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void aPathOfOnePlaceKeepsItsHeading() {
    List<TrajectoryPoint> standing = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      standing.add(new TrajectoryPoint(i * 100_000_000L, 3, 4, 0.5, 0, 0, 0));
    }
    ReferencePath path = ReferencePath.of(new Trajectory(standing)).orElseThrow();

    PathPoint place = path.project(3 - StrictMath.sin(0.5), 4 + StrictMath.cos(0.5), 0);

    assertThat(place.yaw()).isEqualTo(0.5);
    assertThat(place.station()).isCloseTo(0.0, within(1e-9));
    assertThat(place.lateralOf(3 - StrictMath.sin(0.5), 4 + StrictMath.cos(0.5)))
        .isCloseTo(1.0, within(1e-9));
  }

  @Test
  void aCrossingPathIsReadAtTheRightTime() {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      double turn = i / RADIUS;
      points.add(new TrajectoryPoint(
          i * 100_000_000L,
          RADIUS * StrictMath.sin(turn),
          RADIUS * (1 - StrictMath.cos(turn)),
          io.camber.geometry.Angles.wrap(turn),
          1 / RADIUS,
          10,
          0));
    }
    ReferencePath path = ReferencePath.of(new Trajectory(points)).orElseThrow();

    assertThat(path.project(0, 0, 0).station()).isCloseTo(0.0, within(0.5));
    assertThat(path.project(0, 0, 9_400_000_000L).station())
        .isCloseTo(2 * StrictMath.PI * RADIUS, within(0.5));
  }

  @Test
  void emptyAndBrokenTrajectoriesGiveNoPath() {
    TrajectoryPoint broken = new TrajectoryPoint(0, 0, 0, Double.NaN, 0, 0, 0);

    assertThat(ReferencePath.of(Trajectory.EMPTY)).isEmpty();
    assertThat(ReferencePath.of(new Trajectory(List.of(broken)))).isEmpty();
  }
}
