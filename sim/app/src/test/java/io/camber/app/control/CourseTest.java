package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.motion.TrajectoryPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CourseTest {
  /** Arcs are rounded to 1 cm. */
  private static final double ROUNDED_M = 0.005;

  private static TrajectoryPoint end(Course course) {
    return course.at(Math.round(course.durationS() * 1e9));
  }

  @ParameterizedTest
  @EnumSource(
      value = Course.class,
      names = {"LANE_CHANGE_60", "LANE_CHANGE_80", "LANE_CHANGE_100"})
  void laneChangesEndOneLaneToTheLeft(Course course) {
    assertThat(end(course).y()).isCloseTo(3.5, within(0.02));
    assertThat(end(course).yaw()).isCloseTo(0.0, within(1e-9));
    // Peak of a sine in y'': 2 pi d / T^2.
    assertThat(course.lateralMps2()).isCloseTo(2.0 * Math.PI * 3.5 / (3.5 * 3.5), within(0.01));
  }

  @Test
  void theCircleTurnsByThreeQuarters() {
    assertThat(end(Course.CIRCLE).yaw()).isCloseTo(1.5 * Math.PI, within(ROUNDED_M / 15.0));
    assertThat(Course.CIRCLE.lateralMps2()).isCloseTo(Math.pow(20.0 / 3.6, 2) / 15.0, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(
      value = Course.class,
      names = {"SLALOM", "S_CURVE"})
  void coursesOfBothSidesEndStraightOn(Course course) {
    assertThat(end(course).yaw()).isCloseTo(0.0, within(3.0 * ROUNDED_M / 40.0));
    assertThat(end(course).curvaturePerM()).isZero();
  }

  /** Braking that comes and goes alike takes half the way of going on. */
  @Test
  void theStopIsWhereTheClosedFormHasIt() {
    double speed = 50.0 / 3.6;
    double braking = speed / 2.0 + 1.0;

    assertThat(end(Course.STOP_LINE).x())
        .isCloseTo(4.0 * speed + speed * braking / 2.0, within(1e-6));
    assertThat(end(Course.STOP_LINE).speedMps()).isZero();
  }

  /** Pose, speed and acceleration of a course agree with each other. */
  @ParameterizedTest
  @EnumSource(Course.class)
  void wayIsTheIntegralOfSpeedAndSpeedThatOfAcceleration(Course course) {
    long step = 1_000_000L;
    for (long now = step; now < course.durationS() * 1e9; now += 50 * step) {
      TrajectoryPoint before = course.at(now - step);
      TrajectoryPoint after = course.at(now + step);
      TrajectoryPoint here = course.at(now);
      double way = Math.hypot(after.x() - before.x(), after.y() - before.y());
      assertThat(way / 0.002).isCloseTo(here.speedMps(), within(2e-3));
      assertThat((after.speedMps() - before.speedMps()) / 0.002)
          .isCloseTo(here.accelMps2(), within(2e-3));
      assertThat((after.yaw() - before.yaw()) / 0.002)
          .isCloseTo(here.speedMps() * here.curvaturePerM(), within(5e-3));
    }
  }

  @Test
  void unknownNamesAreRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Course.named("oval"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no course oval")
        .hasMessageContaining("lane-change-80");
  }
}
