package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.RoadMap;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.statistics.TrafficWatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roundabout of a published town whose junctions have no lights. */
class RoundaboutTest {
  private static LaneNetwork network = TestRoads.straight(1, 10.0, 10.0);

  @BeforeAll
  static void readTown() throws IOException {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    Path file = root.orElseThrow().resolve("scenarios/maps/maliput_malidrive/Town03.xodr");
    network =
        LaneNetwork.of(RoadMap.parse("Town03.xodr", ByteBuffer.wrap(Files.readAllBytes(file))));
  }

  @Test
  void whoIsInTheRingGoesBeforeWhoComesIn() {
    int rings = 0;
    int entries = 0;
    for (int lane = 0; lane < network.lanes(); lane++) {
      rings += network.isRing(lane) ? 1 : 0;
      for (int i = network.conflictStart(lane); i < network.conflictEnd(lane); i++) {
        if (network.isRing(lane) && !network.isRing(network.conflictOther(i))) {
          entries++;
          assertThat(network.conflictRank(i)).as("lane %d", lane).isEqualTo(1);
        }
      }
    }

    assertThat(rings).isGreaterThan(8);
    assertThat(entries).isGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void trafficGoesRoundAndNobodyTouchesAnybody(long seed) {
    Traffic traffic = Traffic.filled(network, TrafficConfig.urban(200, seed), Crew.alone());
    TrafficWatch watch = new TrafficWatch(traffic);
    long entered = 0;
    int[] before = new int[traffic.vehicles()];

    for (int step = 0; step < 3_000; step++) {
      traffic.step();
      watch.look();
      for (int v = 0; v < before.length; v++) {
        int lane = traffic.isActive(v) ? traffic.lane(v) : 0;
        entered += network.isRing(lane) && !network.isRing(before[v]) ? 1 : 0;
        before[v] = lane;
      }
    }

    assertThat(watch.collisions()).isEmpty();
    assertThat(watch.stuckMost()).as("vehicles that stood for two minutes").isZero();
    assertThat(entered).as("vehicles that came into the ring").isGreaterThan(60);
  }
}
