package io.camber.sim.traffic.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class LaneNetworkTest {
  private static LaneNetwork network(Path file) throws IOException {
    return LaneNetwork.of(
        RoadMap.parse(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file))));
  }

  private static LaneNetwork bundled(String name) throws IOException {
    return network(Path.of("..", "..", "scenarios", "maps", name + ".xodr"));
  }

  @Test
  void everyConflictIsSeenFromBothSidesAndOnlyOneGoesFirst() throws IOException {
    LaneNetwork network = bundled("priority-crossing");
    int seen = 0;

    for (int lane = 0; lane < network.lanes(); lane++) {
      for (int i = network.conflictStart(lane); i < network.conflictEnd(lane); i++) {
        int back = back(network, network.conflictOther(i), lane);
        assertThat(network.conflictRank(back)).isEqualTo(-network.conflictRank(i));
        assertThat(network.conflictFrom(back)).isEqualTo(network.conflictOtherFrom(i));
        assertThat(network.conflictTo(back)).isEqualTo(network.conflictOtherTo(i));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  private static int back(LaneNetwork network, int on, int with) {
    for (int i = network.conflictStart(on); i < network.conflictEnd(on); i++) {
      if (network.conflictOther(i) == with) {
        return i;
      }
    }
    throw new AssertionError("lane " + on + " does not know lane " + with);
  }

  @Test
  void theYieldSignsRoadYieldsToTheMainRoad() throws IOException {
    LaneNetwork network = bundled("priority-crossing");

    for (int lane = 0; lane < network.lanes(); lane++) {
      boolean minor = isFrom(network, lane, "2") || isFrom(network, lane, "4");
      for (int i = network.conflictStart(lane); i < network.conflictEnd(lane); i++) {
        int other = network.conflictOther(i);
        boolean otherMajor = isFrom(network, other, "1") || isFrom(network, other, "3");
        if (minor && otherMajor) {
          assertThat(network.conflictRank(i)).isEqualTo(-1);
        }
      }
    }
  }

  private static boolean isFrom(LaneNetwork network, int lane, String road) {
    return network.inJunction(lane)
        && network.laneIdAt(network.previous(lane, 0), 1.0).startsWith(road + ":");
  }

  @Test
  void lanesFollowOneAnotherWithoutAJump() throws IOException {
    LaneNetwork network = bundled("signal-crossing");
    double[] end = new double[6];
    double[] start = new double[6];

    for (int lane = 0; lane < network.lanes(); lane++) {
      for (int i = 0; i < network.nextCount(lane); i++) {
        network.poseAt(lane, network.lengthM(lane), end);
        network.poseAt(network.next(lane, i), 0.0, start);
        assertThat(start[0]).isCloseTo(end[0], within(0.01));
        assertThat(start[1]).isCloseTo(end[1], within(0.01));
      }
    }
  }

  @Test
  void everyWayIntoALitCrossingHasItsLight() throws IOException {
    LaneNetwork network = bundled("signal-crossing");

    for (int lane = 0; lane < network.lanes(); lane++) {
      assertThat(network.lightCount(lane)).isEqualTo(network.inJunction(lane) ? 1 : 0);
    }
    assertThat(network.signalIds()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void carsSlowDownForTheCurvesOfACrossing() throws IOException {
    LaneNetwork network = bundled("signal-crossing");

    for (int lane = 0; lane < network.lanes(); lane++) {
      double middle = network.capMps(lane, 0.5 * network.lengthM(lane));
      boolean bends = Math.abs(network.turn(lane)) > 1.0;
      assertThat(middle < 9.0).as("lane %s", network.laneIdAt(lane, 0.0)).isEqualTo(bends);
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "CAMBER_TEST_DATA", matches = ".+")
  void findsTheRoundaboutOfAPublishedTown() throws IOException {
    LaneNetwork network = network(
        Path.of(System.getenv("CAMBER_TEST_DATA"), "scenarios/maps/maliput_malidrive/Town03.xodr"));
    int ring = 0;

    for (int lane = 0; lane < network.lanes(); lane++) {
      if (network.isRing(lane)) {
        ring++;
        for (int i = network.conflictStart(lane); i < network.conflictEnd(lane); i++) {
          if (!network.isRing(network.conflictOther(i))) {
            assertThat(network.conflictRank(i)).isEqualTo(1);
          }
        }
      }
    }
    assertThat(ring).isBetween(8, 60);
  }
}
