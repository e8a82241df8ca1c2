package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Idm;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private static final double LIMIT_MPS = 20.0;

  private static Driver driver(double speedFactor, double timeGapS, double accelMps2) {
    return new Driver(
        Vehicle.CAR, 60.0, speedFactor, accelMps2, 2.0, 2.0, timeGapS, 0.2, 0.2, 1.0, 0.0);
  }

  private static Traffic on(LaneNetwork road, int vehicles) {
    return Traffic.empty(
        road, new TrafficConfig(vehicles, 0, 1, 0.1, Population.uniform()), Crew.alone());
  }

  @Test
  void settlesAtTheEquilibriumClearance() {
    LaneNetwork road = TestRoads.straight(1, 8_000.0, LIMIT_MPS);
    Traffic traffic = on(road, 2);
    traffic.place(0, driver(0.5, 1.4, 1.5), 0, 300.0, 10.0);
    traffic.place(1, driver(1.0, 1.4, 1.5), 0, 200.0, 15.0);

    for (int i = 0; i < 3_000; i++) {
      traffic.step();
    }

    double clearance = traffic.station(0) - traffic.lengthM(0) - traffic.station(1);
    assertThat(traffic.speedMps(1)).isCloseTo(10.0, within(1e-6));
    assertThat(clearance)
        .isCloseTo(Idm.equilibriumClearance(10.0, LIMIT_MPS, 2.0, 1.4), within(1e-4));
  }

  @Test
  void aFreeCarApproachesTheLimitTimesItsFactor() {
    Traffic traffic = on(TestRoads.straight(1, 8_000.0, LIMIT_MPS), 1);
    traffic.place(0, driver(1.1, 1.4, 1.5), 0, 10.0, 0.0);

    for (int i = 0; i < 1_500; i++) {
      traffic.step();
    }

    assertThat(traffic.speedMps(0)).isCloseTo(22.0, within(1e-6));
  }

  @Test
  void standsBehindAStandingCarAtTheStandstillClearance() {
    Traffic traffic = on(TestRoads.straight(1, 8_000.0, LIMIT_MPS), 2);
    traffic.place(0, driver(0.1, 3.0, 0.1), 0, 400.0, 0.0);
    traffic.place(1, driver(1.0, 1.4, 1.5), 0, 100.0, 20.0);
    double least = Double.POSITIVE_INFINITY;

    for (int i = 0; i < 300; i++) {
      traffic.step();
      least = Math.min(least, traffic.station(0) - traffic.lengthM(0) - traffic.station(1));
    }

    // the car ahead creeps away at 0.1 m/s2; the clearance never falls much below s0
    assertThat(least).isBetween(1.8, 8.0);
  }

  /** On one lane cars do not pass a bicycle: they settle behind it, at its speed and the clearance of IDM. */
  @Test
  void carsStayBehindACyclistWhoRidesAtTheEdge() {
    Traffic traffic = on(TestRoads.straight(1, 8_000.0, LIMIT_MPS), 2);
    Driver cyclist = new Driver(Vehicle.BICYCLE, 5.0, 1.0, 1.5, 2.0, 2.0, 1.4, 0.2, 0.2, 1.0, -0.9);
    traffic.place(0, cyclist, 0, 300.0, 5.0);
    traffic.place(1, driver(1.0, 1.4, 1.5), 0, 200.0, 15.0);
    double[] pose = new double[6];

    for (int i = 0; i < 3_000; i++) {
      traffic.step();
    }

    traffic.poseAt(0, 0.0, pose);
    double clearance = traffic.station(0) - traffic.lengthM(0) - traffic.station(1);
    assertThat(pose[1])
        .as("across the lane, whose middle is at -1.75")
        .isCloseTo(-2.65, within(1e-6));
    assertThat(traffic.speedMps(1)).isCloseTo(5.0, within(1e-6));
    assertThat(clearance)
        .isCloseTo(Idm.equilibriumClearance(5.0, LIMIT_MPS, 2.0, 1.4), within(1e-4));
  }

  /** Where there is a second lane they do. */
  @Test
  void carsChangeLanesToPassACyclist() {
    Traffic traffic = on(TestRoads.straight(2, 8_000.0, LIMIT_MPS), 2);
    Driver cyclist = new Driver(Vehicle.BICYCLE, 5.0, 1.0, 1.5, 2.0, 2.0, 1.4, 0.2, 0.2, 1.0, -0.9);
    int right = rightmost(traffic.network());
    traffic.place(0, cyclist, right, 300.0, 5.0);
    traffic.place(1, driver(1.0, 1.4, 1.5), right, 200.0, 15.0);

    for (int i = 0; i < 600; i++) {
      traffic.step();
    }

    assertThat(traffic.laneChanges()).isPositive();
    assertThat(traffic.station(1)).isGreaterThan(traffic.station(0) + 100.0);
  }

  private static int rightmost(LaneNetwork network) {
    double[] pose = new double[6];
    int right = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int lane = 0; lane < network.lanes(); lane++) {
      network.poseAt(lane, 1.0, pose);
      right = pose[1] < least ? lane : right;
      least = Math.min(least, pose[1]);
    }
    return right;
  }

  /** IDM with a >= s0 / T^2-like liveliness damps disturbances (Treiber, Kesting 2013, ch. 15: a T^2 large enough). */
  @Test
  void aLivelyPlatoonDampsADisturbanceAndASluggishOneDoesNot() {
    assertThat(dip(2.0, 2.0, 29)).isLessThan(0.7 * dip(2.0, 2.0, 1));
    assertThat(dip(0.3, 1.0, 29)).isGreaterThan(dip(0.3, 1.0, 1));
  }

  /** How much slower than the platoon car number {@code which} becomes after its leader has braked briefly. */
  private static double dip(double accelMps2, double timeGapS, int which) {
    int cars = 30;
    Traffic traffic = on(TestRoads.straight(1, 20_000.0, LIMIT_MPS), cars);
    double gap = Idm.equilibriumClearance(12.0, LIMIT_MPS, 2.0, timeGapS) + 4.5;
    traffic.place(0, driver(0.6, timeGapS, accelMps2), 0, 4_000.0, 9.0);
    for (int v = 1; v < cars; v++) {
      traffic.place(v, driver(1.0, timeGapS, accelMps2), 0, 4_000.0 - v * gap, 12.0);
    }
    double slowest = 12.0;
    for (int i = 0; i < 4_000; i++) {
      traffic.step();
      slowest = Math.min(slowest, traffic.speedMps(which));
    }
    return 12.0 - slowest;
  }

  @Test
  void aBallisticStepStopsWhereBrakingEnds() {
    assertThat(Movement.way(1.0, -4.0, 1.0)).isEqualTo(0.125);
    assertThat(Movement.way(10.0, -1.0, 0.1)).isCloseTo(0.995, within(1e-12));
  }

  @Test
  void vehiclesLeaveAtTheOpenEnd() {
    Traffic traffic = on(TestRoads.straight(1, 200.0, LIMIT_MPS), 1);
    traffic.place(0, driver(1.0, 1.4, 1.5), 0, 150.0, 15.0);

    for (int i = 0; i < 60; i++) {
      traffic.step();
    }

    assertThat(traffic.isActive(0)).isFalse();
    assertThat(traffic.arrivals()).isEqualTo(1);
  }
}
