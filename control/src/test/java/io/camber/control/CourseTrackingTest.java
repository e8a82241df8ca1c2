package io.camber.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CourseTrackingTest {
  private static ClosedLoop drive(double speedKmh, Plant.Traits traits, long seed) {
    Course course = Course.city(8.0);
    double speed = speedKmh / 3.6;
    return new ClosedLoop(course, Course.Profile.constant(speed), new Plant(traits, speed))
        .withNoise(seed, seed == 0 ? 0.0 : 0.01, seed == 0 ? 0.0 : 0.001)
        .run(course.length() / speed);
  }

  @ParameterizedTest
  @CsvSource({"18", "30", "36"})
  void nominal(double kmh) {
    ClosedLoop clean = drive(kmh, Plant.Traits.NOMINAL, 0);
    assertThat(clean.lateralRms()).isLessThan(0.05);
  }
}
