package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.signal.SignalPlan;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for all traffic, looked at over thousands of seeded steps. */
class TrafficTest {
  private static TrafficConfig config(int vehicles, long seed) {
    return new TrafficConfig(vehicles, 0, seed, 0.1, new Population(0.1, 0.1, 0.0, 1.0));
  }

  private static void light(Traffic traffic, SignalPlan plan) {
    List<String> ids = traffic.network().signalIds();
    for (int i = 0; i < ids.size(); i++) {
      traffic.setLight(i, plan.color(ids.get(i), traffic.steps() * traffic.stepS()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "signal-crossing, 1", "signal-crossing, 2", "signal-crossing, 3",
    "priority-crossing, 1", "priority-crossing, 2", "priority-crossing, 3"
  })
  void nobodyCollidesRunsARedLightOrTakesTheRightOfWay(String name, long seed) {
    RoadMap map = TestRoads.map(name);
    SignalPlan plan = new SignalPlan(map);
    Traffic traffic = Traffic.filled(LaneNetwork.of(map), config(60, seed), Crew.alone());

    for (int i = 0; i < 4_000; i++) {
      light(traffic, plan);
      traffic.step();
      if (i % 2 == 0) {
        assertNoOverlap(traffic, i);
      }
    }

    assertThat(traffic.redRuns()).isZero();
    assertThat(traffic.linesRun()).isZero();
    assertThat(traffic.arrivals()).as("traffic flows").isGreaterThan(60);
  }

  private static void assertNoOverlap(Traffic traffic, int step) {
    double[] pose = new double[6];
    List<Box2> boxes = new ArrayList<>();
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        boxes.add(new Box2(
            new Pose2(pose[0], pose[1], pose[3]),
            traffic.lengthM(v),
            traffic.kind(v).widthM()));
      }
    }
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = i + 1; k < boxes.size(); k++) {
        assertThat(boxes.get(i).intersects(boxes.get(k)))
            .as("%s and %s at step %d", boxes.get(i), boxes.get(k), step)
            .isFalse();
      }
    }
  }

  @Test
  void anyNumberOfHandsGivesTheSameBits() {
    RoadMap map = TestRoads.map(TestRoads.SIGNALS);
    SignalPlan plan = new SignalPlan(map);
    LaneNetwork network = LaneNetwork.of(map);
    try (ThreadCrew two = new ThreadCrew(2);
        ThreadCrew three = new ThreadCrew(3)) {
      Traffic a = Traffic.filled(network, config(50, 9), Crew.alone());
      Traffic b = Traffic.filled(network, config(50, 9), two);
      Traffic c = Traffic.filled(network, config(50, 9), three);

      for (int i = 0; i < 1_000; i++) {
        for (Traffic each : List.of(a, b, c)) {
          light(each, plan);
          each.step();
        }
        if (i % 50 == 0) {
          assertThat(state(b)).isEqualTo(state(a));
          assertThat(state(c)).isEqualTo(state(a));
        }
      }
    }
  }

  private static List<Long> state(Traffic traffic) {
    List<Long> bits = new ArrayList<>();
    for (int v = 0; v < traffic.vehicles(); v++) {
      bits.add((long) traffic.lane(v));
      bits.add(Double.doubleToRawLongBits(traffic.station(v)));
      bits.add(Double.doubleToRawLongBits(traffic.speedMps(v)));
      bits.add(Double.doubleToRawLongBits(traffic.accelMps2(v)));
    }
    return bits;
  }

  @Test
  void anotherSeedGivesOtherTraffic() {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);

    Traffic a = Traffic.filled(network, config(20, 1), Crew.alone());
    Traffic b = Traffic.filled(network, config(20, 2), Crew.alone());

    assertThat(state(a)).isNotEqualTo(state(b));
  }

  @Test
  void aStepAllocatesNothing() {
    Traffic traffic =
        Traffic.filled(TestRoads.network(TestRoads.PRIORITY), config(40, 4), Crew.alone());
    for (int i = 0; i < 3_000; i++) {
      traffic.step();
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();

    for (int i = 0; i < 1_000; i++) {
      traffic.step();
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
  }

  @Test
  void aVehicleTakesLessThanFourKilobytes() {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);
    allocatedBytes(network, 1_000);
    double measured = (allocatedBytes(network, 51_000) - allocatedBytes(network, 1_000)) / 50_000.0;

    assertThat(measured).isLessThan(4_096);
    // what is counted from the arrays is most of it: drivers are drawn from a few objects more
    assertThat((double) Traffic.bytesPerVehicle()).isBetween(0.5 * measured, 1.1 * measured);
  }

  /** What is allocated for traffic of so many vehicles beside its network. */
  private static long allocatedBytes(LaneNetwork network, int vehicles) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Traffic traffic = Traffic.empty(network, config(vehicles, 1), Crew.alone());
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(traffic.vehicles()).isEqualTo(vehicles);
    return after - before;
  }
}
