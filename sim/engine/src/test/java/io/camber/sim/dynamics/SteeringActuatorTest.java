package io.camber.sim.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.vehicle.VehicleDescription;
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

  @Test
  void anIdealActuatorIsThereWithinItsRate() {
    SteeringActuator slow =
        new SteeringActuator(new SteeringConfig(0.5, 10.0, 0.2, 0.1, 0.01), 1e-3);
    slow.reset(0.0);
    for (int i = 0; i < 150; i++) {
      slow.step(0.1);
    }
    double stillWaiting = slow.step(0.1);
    slow.obeyAtOnce();

    // 10 rad/s over 1 ms at most: 0.1 rad take ten steps, and the limit stays
    assertThat(stillWaiting).isZero();
    assertThat(slow.step(0.1)).isCloseTo(0.01, within(1e-12));
    for (int i = 0; i < 9; i++) {
      slow.step(0.1);
    }
    assertThat(slow.step(0.1)).isCloseTo(0.1, within(1e-12));
    for (int i = 0; i < 100; i++) {
      slow.step(2.0);
    }
    assertThat(slow.step(2.0)).isEqualTo(0.5);
  }

  @Test
  void anIdealPowertrainHasNoLag() {
    Powertrain powertrain =
        new Powertrain(PlantConfig.of(VehicleDescription.midSizeCar()).powertrain(), 1e-3);
    powertrain.reset(0.0);
    powertrain.step(-3.0, 10.0);
    assertThat(powertrain.brakeMps2()).isLessThan(1.0);

    powertrain.obeyAtOnce();
    powertrain.step(-3.0, 10.0);
    assertThat(powertrain.brakeMps2()).isEqualTo(3.0);
    powertrain.step(-100.0, 10.0);
    assertThat(powertrain.brakeMps2()).isLessThan(15.0);
  }
}
