package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.walker.Walkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People on crosswalks amid traffic, without lights that would keep them apart. */
class WalkersTest {
  private static final double STEP_S = 0.1;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void walkersCrossAndNobodyIsHit(long seed) {
    RoadMap map = TestRoads.map(TestRoads.SIGNALS);
    TrafficConfig config =
        new TrafficConfig(12, 64, seed, STEP_S, new Population(0.1, 0.1, 0.1, 1.0));
    Traffic traffic = Traffic.filled(LaneNetwork.of(map), config, Crew.alone());
    Walkers walkers = new Walkers(map, traffic, seed);
    assertThat(walkers.count()).isPositive();
    double[] pose = new double[6];

    for (int i = 0; i < 6_000; i++) {
      traffic.forgetForeign();
      walkers.step(i * STEP_S, STEP_S);
      traffic.step();
      for (int w = 0; w < walkers.count(); w++) {
        if (walkers.isWalking(w)) {
          walkers.poseAt(w, 0.0, pose);
          Box2 body = new Box2(new Pose2(pose[0], pose[1], pose[3]), 0.4, 0.6);
          assertThat(isHit(traffic, body)).as("seed %d, step %d", seed, i).isFalse();
        }
      }
    }

    assertThat(walkers.crossed()).isGreaterThan(5);
    assertThat(traffic.arrivals()).isGreaterThan(20);
  }

  @Test
  void nobodySetsOutBeforeSomebodyWhoCannotStop() {
    assertThat(crossedIn600S(30.0)).isZero();
    assertThat(crossedIn600S(0.0)).isPositive();
  }

  /** How many cross when on every lane somebody whom traffic does not move comes with a speed; nobody does with 0. */
  private static long crossedIn600S(double speedMps) {
    RoadMap map = TestRoads.map(TestRoads.SIGNALS);
    LaneNetwork network = LaneNetwork.of(map);
    TrafficConfig config =
        new TrafficConfig(0, 2 * network.lanes(), 1, STEP_S, Population.uniform());
    Traffic traffic = Traffic.empty(network, config, Crew.alone());
    Walkers walkers = new Walkers(map, traffic, 1);
    for (int i = 0; i < 6_000; i++) {
      traffic.forgetForeign();
      for (int lane = 0; speedMps > 0.0 && lane < network.lanes(); lane++) {
        traffic.addForeign(lane, 2.0, speedMps, 0.5);
      }
      walkers.step(i * STEP_S, STEP_S);
      traffic.step();
    }
    return walkers.crossed();
  }

  private static boolean isHit(Traffic traffic, Box2 body) {
    double[] pose = new double[6];
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        Pose2 middle = new Pose2(pose[0], pose[1], pose[3]);
        if (new Box2(middle, traffic.lengthM(v), traffic.kind(v).widthM()).intersects(body)) {
          return true;
        }
      }
    }
    return false;
  }
}
