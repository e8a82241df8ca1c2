package io.camber.sim.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.camber.vehicle.VehicleDescription;
import org.junit.jupiter.api.Test;

class PlantConfigTest {
  @Test
  void takesTheDelaysOfTheDescription() {
    PlantConfig config = PlantConfig.of(VehicleDescription.midSizeCar());

    assertThat(config.steering().deadTimeS()).isEqualTo(0.24);
    assertThat(config.steering().lagS()).isEqualTo(0.27);
    assertThat(config.chassis().wheelbaseM()).isCloseTo(2.79, within(1e-12));
  }

  @Test
  void refusesAMasslessCar() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChassisConfig.ofProportions(0.0, 2.8, 1.8, 1.5))
        .withMessageContaining("massKg=0.0");
  }

  @Test
  void refusesNegativeDelays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SteeringConfig(0.6, 0.7, -0.1, 0.27))
        .withMessageContaining("deadTimeS=-0.1");
  }
}
