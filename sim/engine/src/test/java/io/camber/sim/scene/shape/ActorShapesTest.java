package io.camber.sim.scene.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.Surface;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorShapesTest {
  private final ActorShapes shapes = new ActorShapes();

  private static ActorTruth actor(
      ObjectClass objectClass,
      String kind,
      Size3 size,
      double x,
      double speedMps,
      ActorLights lights) {
    return new ActorTruth(
        "A",
        objectClass,
        kind,
        new Pose3(x, 0, 0, 0, 0, 0),
        size,
        1.3,
        0.0,
        speedMps,
        0,
        0,
        0,
        lights);
  }

  @ParameterizedTest
  @CsvSource({
    "CAR,car,4.7,1.86,1.5",
    "CAR,car,3.9,1.7,1.48",
    "CAR,car,4.6,1.9,1.72",
    "CAR,van,5.6,2.0,2.5",
    "TRUCK,truck,12.0,2.5,3.9",
    "TRUCK,truck,7.0,2.4,3.2",
    "CAR,trailer,3.0,1.8,1.4",
    "TRUCK,semitrailer,13.6,2.5,4.0",
    "BUS,bus,12.0,2.5,3.2",
    "MOTORCYCLE,motorbike,2.1,0.8,1.55",
    "BICYCLE,bicycle,1.8,0.6,1.78",
    "PEDESTRIAN,pedestrian,0.6,0.6,1.8",
    "UNKNOWN,barrier,4.0,0.6,0.9",
    "UNKNOWN,cone,0.4,0.4,0.7",
    "UNKNOWN,animal,1.9,0.6,1.5",
    "UNKNOWN,debris,2.0,1.5,0.4"
  })
  void fillsItsBoundingBoxWithoutLeavingItByMuch(
      ObjectClass objectClass, String kind, double length, double width, double height) {
    Size3 size = new Size3(length, width, height);
    Mesh mesh =
        shapes.instance(actor(objectClass, kind, size, 0, 0, ActorLights.OFF)).mesh();
    Bounds bounds = mesh.bounds();
    double low = bounds.centerZ() - bounds.halfZ();
    double high = bounds.centerZ() + bounds.halfZ();

    assertThat(low).isCloseTo(0.0, within(0.06));
    assertThat(high).isCloseTo(height, within(0.10 * height));
    assertThat(2.0 * bounds.halfX()).isLessThan(1.12 * length + 0.2).isGreaterThan(0.45 * length);
    assertThat(2.0 * bounds.halfY()).isLessThan(1.15 * width + 0.2).isGreaterThan(0.5 * width);
    assertThat(mesh.triangleCount()).isGreaterThan(25);
  }

  @Test
  void standsOnTheMiddleOfTheBoundingBoxNotOnTheReferencePoint() {
    Instance car = shapes.instance(
        actor(ObjectClass.CAR, "car", new Size3(4.7, 1.86, 1.5), 10, 5, ActorLights.OFF));

    assertThat(car.x()).isEqualTo(11.3);
  }

  @Test
  void movesTheLegsOfAWalkerWithTheWayCovered() {
    Size3 size = new Size3(0.5, 0.6, 1.75);
    Mesh here = shapes
        .instance(actor(ObjectClass.PEDESTRIAN, "pedestrian", size, 0.4, 1.4, ActorLights.OFF))
        .mesh();
    Mesh later = shapes
        .instance(actor(ObjectClass.PEDESTRIAN, "pedestrian", size, 0.8, 1.4, ActorLights.OFF))
        .mesh();
    Mesh stride = shapes
        .instance(
            actor(ObjectClass.PEDESTRIAN, "pedestrian", size, 0.4 + 1.45, 1.4, ActorLights.OFF))
        .mesh();

    assertThat(here).isNotSameAs(later).isSameAs(stride);
  }

  @Test
  void lightsTheLampsThatAreOn() {
    Size3 size = new Size3(4.7, 1.86, 1.5);
    Instance braking = shapes.instance(
        actor(ObjectClass.CAR, "car", size, 0, 5, new ActorLights(true, false, true, false)));

    assertThat(braking.lit()).isEqualTo(Surface.TAILLAMP.bit() | Surface.INDICATOR_RIGHT.bit());
  }
}
