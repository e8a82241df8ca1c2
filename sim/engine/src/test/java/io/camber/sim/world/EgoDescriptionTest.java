package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.vehicle.VehicleDescription;
import org.junit.jupiter.api.Test;

class EgoDescriptionTest {
  @Test
  void takesTheDimensionsOfTheScenario() {
    VehicleDescription car =
        EgoDescription.of(actor(ObjectClass.CAR, new Size3(5.0, 2.0, 1.6), 1.5), 3.0);

    assertThat(car.lengthM()).isEqualTo(5.0);
    assertThat(car.wheelbaseM()).isEqualTo(3.0);
    assertThat(car.centerOffsetM()).isCloseTo(1.5, within(1e-12));
    assertThat(car.steeringDeadTimeS()).isEqualTo(0.24);
    assertThat(car.massKg()).isBetween(1700.0, 2200.0);
  }

  @Test
  void guessesTheWheelbaseWhereTheScenarioIsSilentOrAbsurd() {
    ActorTruth ego = actor(ObjectClass.CAR, new Size3(5.0, 2.0, 1.6), 1.5);

    assertThat(EgoDescription.of(ego, 0.0).wheelbaseM()).isCloseTo(3.0, within(1e-12));
    assertThat(EgoDescription.of(ego, 40.0).wheelbaseM()).isCloseTo(3.0, within(1e-12));
  }

  @Test
  void refusesAPedestrianAsEgo() {
    ActorTruth walker = actor(ObjectClass.PEDESTRIAN, new Size3(0.5, 0.6, 1.8), 0.0);

    assertThatThrownBy(() -> EgoDescription.of(walker, 0.0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ego E is a thing")
        .hasMessageContaining("--ego none");
  }

  @Test
  void refusesAnEgoWithoutExtent() {
    ActorTruth flat = actor(ObjectClass.CAR, new Size3(0.0, 0.0, 0.0), 0.0);

    assertThatThrownBy(() -> EgoDescription.of(flat, 0.0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bounding box of 0.0 x 0.0 m");
  }

  private static ActorTruth actor(ObjectClass objectClass, Size3 size, double centerOffset) {
    return new ActorTruth(
        "E",
        objectClass,
        "thing",
        Pose3.IDENTITY,
        size,
        centerOffset,
        0,
        0,
        0,
        0,
        0,
        ActorLights.OFF);
  }
}
