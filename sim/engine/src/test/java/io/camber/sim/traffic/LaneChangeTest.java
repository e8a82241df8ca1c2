package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Mobil;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.driver.Vehicle;
import io.camber.sim.traffic.network.LaneNetwork;
import org.junit.jupiter.api.Test;

class LaneChangeTest {
  private static final double LIMIT_MPS = 25.0;
  private static final double LANE_M = 3.5;

  private final LaneNetwork road = TestRoads.straight(2, 5_000.0, LIMIT_MPS);
  private final int right = road.find("1:0:-2", 0.0).lane();
  private final int left = road.find("1:0:-1", 0.0).lane();

  private static Driver driver(double speedFactor, double politeness) {
    return new Driver(
        Vehicle.CAR, 60.0, speedFactor, 1.5, 2.0, 2.0, 1.4, politeness, 0.2, 1.0, 0.0);
  }

  private Traffic traffic(int vehicles) {
    return Traffic.empty(
        road, new TrafficConfig(vehicles, 0, 1, 0.1, Population.uniform()), Crew.alone());
  }

  private static void run(Traffic traffic, double seconds) {
    for (int i = 0; i < seconds * 10; i++) {
      traffic.step();
    }
  }

  @Test
  void overtakesASlowCarOnTheFreeLane() {
    Traffic traffic = traffic(2);
    traffic.place(0, driver(0.4, 0.0), right, 200.0, 10.0);
    traffic.place(1, driver(1.0, 0.0), right, 120.0, 22.0);

    run(traffic, 20.0);

    assertThat(traffic.lane(1)).isEqualTo(left);
    assertThat(traffic.station(1)).isGreaterThan(traffic.station(0));
  }

  @Test
  void staysWhereNothingIsToBeGained() {
    Traffic traffic = traffic(1);
    traffic.place(0, driver(1.0, 0.0), right, 100.0, 25.0);

    run(traffic, 60.0);

    assertThat(traffic.laneChanges()).isZero();
  }

  @Test
  void doesNotCutInWhereTheFollowerWouldHaveToBrakeHard() {
    Traffic traffic = traffic(3);
    traffic.place(0, driver(0.4, 0.0), right, 160.0, 10.0);
    traffic.place(1, driver(1.0, 0.0), right, 140.0, 10.0);
    traffic.place(2, driver(1.0, 0.0), left, 120.0, 25.0);

    run(traffic, 1.5);

    assertThat(traffic.lane(1)).isEqualTo(right);
  }

  @Test
  void keepsBothLanesWhileItIsBetweenThem() {
    Traffic traffic = traffic(2);
    traffic.place(0, driver(0.4, 0.0), right, 200.0, 10.0);
    traffic.place(1, driver(1.0, 0.0), right, 120.0, 22.0);
    double[] pose = new double[6];
    double last = Double.NaN;
    double most = 0.0;

    for (int i = 0; i < 200; i++) {
      traffic.step();
      traffic.poseAt(1, 0.0, pose);
      most = Double.isNaN(last) ? 0.0 : Math.max(most, Math.abs(pose[1] - last));
      last = pose[1];
    }

    // the fastest sideways motion of the quintic is 1.875 times the mean
    assertThat(most).isLessThan(1.05 * 1.875 * LANE_M / LaneChanges.DURATION_S * 0.1);
    assertThat(last).isCloseTo(-0.5 * LANE_M, within(1e-9));
  }

  @Test
  void mobilWeighsOthersByPoliteness() {
    assertThat(Mobil.incentive(1.0, -2.0, 0.5, 0.0)).isEqualTo(1.0);
    assertThat(Mobil.incentive(1.0, -2.0, 0.5, 0.5)).isEqualTo(0.25);
    assertThat(Mobil.isSafe(-2.1, 2.0)).isFalse();
    assertThat(Mobil.isSafe(-1.9, 2.0)).isTrue();
  }
}
