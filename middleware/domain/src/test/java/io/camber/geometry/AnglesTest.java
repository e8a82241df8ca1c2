package io.camber.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnglesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3.141592653589793, 3.141592653589793",
    "-3.141592653589793, 3.141592653589793",
    "4, -2.28318530718"
  })
  void wrapsIntoTheHalfOpenTurn(double angle, double wrapped) {
    assertThat(Angles.wrap(angle)).isEqualTo(wrapped, within(1e-11));
  }

  @Test
  void staysInRangeForManyTurns() {
    for (int i = -1000; i <= 1000; i++) {
      double wrapped = Angles.wrap(i * 0.37 * Math.PI);
      assertThat(wrapped).isGreaterThan(-Math.PI).isLessThanOrEqualTo(Math.PI);
    }
  }

  @Test
  void interpolatesAlongTheShorterTurn() {
    assertThat(Angles.interpolate(3.0, -3.0, 0.5)).isEqualTo(Math.PI, within(1e-12));
  }
}
