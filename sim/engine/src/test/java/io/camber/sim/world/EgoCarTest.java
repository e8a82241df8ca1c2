package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.sim.dynamics.doubletrack.Cars;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EgoCarTest {
  private static final VehicleDescription CAR = VehicleDescription.midSizeCar();
  private static final long STEP = World.STEP_NS;

  @Test
  void startsExactlyWhereTheScenarioLeftIt() {
    RoadMap map = TestMaps.straight(0.0, 0.0);
    ActorTruth start = ego(new Pose3(100, -1.5, 5, 0.02, 0, 0), 15.0);

    ActorTruth first = car(map, start, 0.003).truth();

    assertThat(first.mapFromReference()).isEqualTo(start.mapFromReference());
    assertThat(first.speedMps()).isEqualTo(15.0);
    assertThat(first.yawRateRadps()).isCloseTo(15.0 * 0.003, within(1e-12));
    assertThat(first.size()).isEqualTo(start.size());
  }

  @Test
  void restsOnTheSlopeAndTheBankOfTheRoad() {
    RoadMap map = TestMaps.straight(0.05, 0.03);

    Pose3 pose =
        car(map, ego(new Pose3(100, -1.75, 10, 0, 0, 0), 10.0), 0.0).truth().mapFromReference();

    assertThat(pose.z()).isCloseTo(map.elevation(100, -1.75), within(1e-6));
    // Uphill is nose up, which is negative pitch; OpenDRIVE's bank falls to the right, positive
    // roll.
    assertThat(pose.pitch()).isCloseTo(-StrictMath.atan(0.05), within(1e-3));
    assertThat(pose.roll()).isCloseTo(0.03, within(1e-3));
  }

  @Test
  void brakesToAStopWhenTheStackFallsSilent() {
    EgoCar car =
        car(TestMaps.straight(0.0, 0.0), ego(new Pose3(100, -1.75, 5, 0, 0, 0), 10.0), 0.0);

    for (long at = 0; at < 8_000_000_000L; at += STEP) {
      car.step(at, Optional.empty(), 1.0);
    }

    // 0.5 s of trust, then 2 m/s2 and a little drag.
    assertThat(car.truth().speedMps()).isZero();
    assertThat(car.truth().mapFromReference().x()).isBetween(100 + 25.0, 100 + 31.0);
    assertThat(car.truth().lights().brake()).isTrue();
    assertThat(car.truth().lights().indicatorLeft()).isTrue();
    assertThat(car.truth().lights().indicatorRight()).isTrue();
  }

  @Test
  void holdsOnAFivePercentHill() {
    EgoCar car =
        car(TestMaps.straight(0.05, 0.0), ego(new Pose3(100, -1.75, 10, 0, 0, 0), 5.0), 0.0);

    for (long at = 0; at < 10_000_000_000L; at += STEP) {
      car.step(at, Optional.of(new ControlCommand(at, 0.0, -1.5, DriveMode.NOMINAL)), 1.0);
    }
    Pose3 stopped = car.truth().mapFromReference();
    for (long at = 10_000_000_000L; at < 15_000_000_000L; at += STEP) {
      car.step(at, Optional.of(new ControlCommand(at, 0.0, -0.1, DriveMode.NOMINAL)), 1.0);
    }

    assertThat(car.truth().mapFromReference().x()).isEqualTo(stopped.x());
    assertThat(car.truth().speedMps()).isZero();
  }

  @Test
  void aTrivialDriverKeepsItInItsLaneOverHillAndBend() throws IOException {
    RoadMap map = TestMaps.bundled("country-road.xodr");
    Pose3 start = map.fromLane("1", -1, 20.0, 0.0);
    EgoCar car = car(map, ego(start, 11.0), 0.0);
    PursuitDriver driver = new PursuitDriver(map, CAR.wheelbaseM(), 11.0);

    double worst = 0.0;
    double pitchRate = 0.0;
    Pose3 before = car.truth().mapFromReference();
    for (long at = 0; at < 45_000_000_000L; at += STEP) {
      car.step(at, Optional.of(driver.drive(at, car.truth())), 1.0);
      Pose3 now = car.truth().mapFromReference();
      LanePosition place = map.project(now.toPose2()).orElseThrow();
      assertThat(place.lane().number()).isEqualTo(-1);
      worst = Math.max(worst, Math.abs(place.d()));
      pitchRate = Math.max(pitchRate, Math.abs(now.pitch() - before.pitch()) * 100.0);
      before = now;
    }

    assertThat(worst).isLessThan(0.6);
    assertThat(pitchRate).as("no jolts from the elevation profile").isLessThan(0.2);
    assertThat(map.project(before.toPose2()).orElseThrow().s()).isGreaterThan(450.0);
  }

  @Test
  void theDoubleTrackCarStopsFromTheSameCommandsAndItsWheelsTurn() {
    RoadMap map = TestMaps.straight(0.0, 0.0);
    ActorTruth start = ego(new Pose3(100, -1.75, 5, 0, 0, 0), 10.0);
    EgoCar car = new EgoCar(
        WorldConfig.standard().withVehicle(Cars.car()),
        Cars.car().description(),
        map,
        0L,
        start,
        0.0);

    car.step(0, Optional.empty(), 1.0);
    double rolling = car.wheels().orElseThrow().frontLeftMps();
    for (long at = STEP; at < 8_000_000_000L; at += STEP) {
      car.step(at, Optional.empty(), 1.0);
    }

    // 0.5 s of trust, v^2 / 2 a, and the lag of the brakes: 5 + 25 + 1.2 m, less a little drag.
    assertThat(rolling).isCloseTo(10.0, within(0.1));
    assertThat(car.truth().speedMps()).isZero();
    assertThat(car.truth().mapFromReference().x()).isBetween(100 + 28.0, 100 + 31.2);
  }

  private static EgoCar car(RoadMap map, ActorTruth start, double curvature) {
    return new EgoCar(WorldConfig.standard(), CAR, map, 0L, start, curvature);
  }

  private static ActorTruth ego(Pose3 pose, double speed) {
    return new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        pose,
        new Size3(CAR.lengthM(), CAR.widthM(), CAR.heightM()),
        CAR.centerOffsetM(),
        0,
        speed,
        0,
        0,
        0,
        ActorLights.OFF);
  }
}
