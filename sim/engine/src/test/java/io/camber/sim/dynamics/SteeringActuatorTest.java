package io.camber.sim.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SteeringActuatorTest {
  private final SteeringActuator steering =
      new SteeringActuator(new SteeringConfig(0.5, 10.0, 0.0, 0.0, 0.01), 1e-3);

  @Test
  void roadWheelsWaitForTheBacklashWhenTheSteeringTurnsBack() {
    for (int i = 0; i < 100; i++) {
      steering.step(0.1);
    }

    double out = steering.step(0.1);
    double turnedBackALittle = steering.step(0.092);
    double turnedBackFurther = steering.step(0.084);

    assertThat(out).isCloseTo(0.095, within(1e-12));
    assertThat(turnedBackALittle).isEqualTo(out);
    assertThat(turnedBackFurther).isCloseTo(0.089, within(1e-12));
  }

  @Test
  void theLoopIsAsWideAsThePlay() {
    for (int i = 0; i < 100; i++) {
      steering.step(0.1);
    }
    double rising = steering.step(0.1);
    for (int i = 0; i < 100; i++) {
      steering.step(-0.1);
    }
    for (int i = 0; i < 100; i++) {
      steering.step(0.0);
    }
    double fromBelow = steering.step(0.0);

    assertThat(rising).isCloseTo(0.095, within(1e-12));
    assertThat(fromBelow).isCloseTo(-0.005, within(1e-12));
  }
}
