package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenumberingTest {
  private static final int CHANGING = 9;
  private static final int AT_LINE = 10;

  @Test
  void whoStandsAlongTheRoadHasSlotsInThatOrderAndForeignBodiesKeepTheirs() {
    LaneNetwork network = TestRoads.straight(1, 500.0, 20.0);
    Fleet fleet = new Fleet(network, 4, 1);
    stand(fleet, 0, 300.0);
    stand(fleet, 2, 100.0);
    stand(fleet, 3, 200.0);
    stand(fleet, 8, 150.0);
    Renumbering slots = new Renumbering(fleet, Crew.alone());

    slots.plan();
    fleet.move(slots);

    assertThat(fleet.number).containsExactly(2, 3, 0, 1);
    assertThat(fleet.slot).containsExactly(2, 3, 0, 1);
    assertThat(Arrays.copyOf(fleet.pos, 3)).containsExactly(100.0, 200.0, 300.0);
    assertThat(fleet.pos[8]).isEqualTo(150.0);
    assertThat(fleet.isActive(3)).isFalse();
    assertThat(fleet.last[0]).isZero();
    assertThat(fleet.ahead[0]).isEqualTo(8);
    assertThat(fleet.ahead[8]).isEqualTo(1);
    assertThat(fleet.behind[1]).isEqualTo(8);
    assertThat(fleet.first[0]).isEqualTo(2);
    assertThat(slots.bound(1, 3)).isEqualTo(1);
    assertThat(slots.bound(3, 3)).isEqualTo(4);
  }

  private static void stand(Fleet fleet, int node, double station) {
    fleet.pos[node] = station;
    fleet.insert(node, 0);
  }

  @Test
  void nobodyIsAnotherOneAfterwards() {
    LaneNetwork crossing = TestRoads.network(TestRoads.PRIORITY);
    assertThat(seenUnchanged(crossing, AT_LINE)).as("who waits at a line").isPositive();
    LaneNetwork motorway = TestRoads.straight(3, 3_000.0, 30.0);
    assertThat(seenUnchanged(motorway, CHANGING)).as("changes of lanes").isPositive();
  }

  /** How often somebody was seen in a state while everybody was renumbered now and then. */
  private static long seenUnchanged(LaneNetwork network, int state) {
    TrafficConfig config = new TrafficConfig(60, 0, 5, 0.1, new Population(0.1, 0.1, 0.0, 1.0));
    long seen = 0;
    try (ThreadCrew crew = new ThreadCrew(3)) {
      Traffic traffic = Traffic.filled(network, config, crew);
      for (int i = 0; i < 600; i++) {
        traffic.step();
        if (i % 37 == 0) {
          List<List<Object>> before = everybody(traffic);
          seen += before.stream().filter(one -> one.get(state).equals(true)).count();
          traffic.renumber();
          assertThat(everybody(traffic)).as("at step %d", i).isEqualTo(before);
        }
      }
    }
    return seen;
  }

  private static List<List<Object>> everybody(Traffic traffic) {
    List<List<Object>> all = new ArrayList<>();
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        double[] pose = new double[6];
        traffic.poseAt(v, 0.1, pose);
        all.add(List.of(
            v,
            traffic.generation(v),
            traffic.kind(v),
            traffic.lane(v),
            traffic.station(v),
            traffic.speedMps(v),
            traffic.accelMps2(v),
            traffic.odometerM(v),
            traffic.leader(v),
            traffic.isChangingLanes(v),
            traffic.isAtLine(v),
            traffic.turnWithin(v, 50.0),
            Arrays.stream(pose).boxed().toList()));
      }
    }
    return all;
  }
}
