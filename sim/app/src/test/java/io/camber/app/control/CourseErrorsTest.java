package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.TrajectoryPoint;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CourseErrorsTest {
  private static final double YAW = 0.5;
  private static final Pose2 PLANNED = new Pose2(10.0, -4.0, YAW);

  private static CourseErrors errors(double ahead, double left, double turned, double faster) {
    CourseErrors errors = new CourseErrors(0.01);
    add(errors, ahead, left, turned, faster);
    return errors;
  }

  private static void add(
      CourseErrors errors, double ahead, double left, double turned, double faster) {
    Vec2 place = PLANNED.apply(new Vec2(ahead, left));
    errors.update(
        new TrajectoryPoint(0L, PLANNED.x(), PLANNED.y(), YAW, 0.0, 8.0, 0.0),
        new Pose2(place.x(), place.y(), YAW + turned),
        8.0 + faster);
  }

  @Test
  void knownOffsetsAreMeasuredExactly() {
    CourseErrors errors = errors(-0.3, 0.4, 0.05, -0.2);
    add(errors, 0.4, -0.3, -0.12, 0.1);

    CourseFigures figures = errors.figures(false);
    assertThat(figures.lateral().max()).isCloseTo(0.4, within(1e-12));
    assertThat(figures.lateral().rms()).isCloseTo(Math.sqrt(0.125), within(1e-12));
    assertThat(figures.position().max()).isCloseTo(0.4, within(1e-12));
    assertThat(figures.heading().max()).isCloseTo(0.12, within(1e-12));
    assertThat(figures.speed().max()).isCloseTo(0.2, within(1e-12));
    assertThat(errors.lateralM()).isCloseTo(-0.3, within(1e-12));
    assertThat(figures.stopM()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"1.99, 0, false", "-2.01, 0, true", "0, 29.9, false", "0, -30.1, true", "NaN, 0, true"
  })
  void aCarIsLostBeyondTwoMetresOrThirtyDegrees(double left, double turnedDeg, boolean isLost) {
    CourseErrors errors = new CourseErrors(0.01);
    if (Double.isFinite(left)) {
      add(errors, 0.0, left, Math.toRadians(turnedDeg), 0.0);
    } else {
      errors.update(
          new TrajectoryPoint(0L, left, 0.0, 0.0, 0.0, 8.0, 0.0), new Pose2(0, 0, 0), 8.0);
    }

    assertThat(errors.hasDiverged()).isEqualTo(isLost);
  }

  @Test
  void onlyAStandingCarHasAStop() {
    assertThat(errors(-0.3, 0.0, 0.0, -8.0).figures(true).stopM()).isCloseTo(-0.3, within(1e-12));
    assertThat(errors(-0.3, 0.0, 0.0, -7.9).figures(true).stopM()).isNaN();
  }

  /** Back and forth by 0.1 degrees every 10 ms: 10 degrees a second, and a turn in every step but the first. */
  @Test
  void chatterIsCounted() {
    CourseErrors errors = errors(0.0, 0.0, 0.0, 0.0);
    for (int i = 0; i <= 100; i++) {
      double angle = Math.toRadians(i % 2 == 0 ? 0.0 : 0.1);
      errors.command(
          new ControlCommand(i * 10_000_000L, angle, 0.0, DriveMode.NOMINAL), i >= 50 && i < 75);
    }

    CourseFigures figures = errors.figures(false);
    assertThat(figures.chatterHz()).isCloseTo(99.0, within(1e-6));
    assertThat(Math.toDegrees(figures.steeringRateRadps())).isCloseTo(10.0, within(1e-6));
    assertThat(figures.limitedS()).isCloseTo(0.25, within(1e-12));
  }
}
