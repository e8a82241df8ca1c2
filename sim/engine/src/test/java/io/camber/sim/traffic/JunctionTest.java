package io.camber.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.scene.SignalColor;
import io.camber.sim.traffic.driver.Driver;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import org.junit.jupiter.api.Test;

class JunctionTest {
  private static final double LENGTH_M = 250.0;

  private static Traffic on(LaneNetwork network, int vehicles) {
    return Traffic.empty(
        network, new TrafficConfig(vehicles, 0, 1, 0.1, Population.uniform()), Crew.alone());
  }

  private static void show(Traffic traffic, SignalColor color) {
    for (int i = 0; i < traffic.network().signalIds().size(); i++) {
      traffic.setLight(i, color);
    }
  }

  private static int incoming(LaneNetwork network, String roadId) {
    for (int lane = 0; lane < network.lanes(); lane++) {
      boolean towards = network.nextCount(lane) > 1;
      if (towards && network.laneIdAt(lane, 1.0).startsWith(roadId + ":")) {
        return lane;
      }
    }
    throw new AssertionError("no lane of road " + roadId + " leads into the junction");
  }

  @Test
  void stopsBeforeTheRedLightAndGoesWhenItTurnsGreen() {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);
    Traffic traffic = on(network, 1);
    int lane = incoming(network, "1");
    show(traffic, SignalColor.RED);
    traffic.place(0, Driver.average(), lane, 100.0, 13.0);

    for (int i = 0; i < 400; i++) {
      traffic.step();
    }

    assertThat(traffic.lane(0)).isEqualTo(lane);
    assertThat(traffic.speedMps(0)).isZero();
    double toJunction = network.lengthM(lane) - traffic.station(0);
    double toLine = toJunction - network.stopBackM(network.next(lane, 0));
    assertThat(toLine).isBetween(0.2, 2.0);

    show(traffic, SignalColor.GREEN);
    for (int i = 0; i < 100; i++) {
      traffic.step();
    }
    assertThat(traffic.lane(0)).isNotEqualTo(lane);
    assertThat(traffic.redRuns()).isZero();
  }

  @Test
  void passesAYellowThatCannotBeHeldAndStopsForOneThatCan() {
    assertThat(crossesOnYellow(14.0)).isTrue();
    assertThat(crossesOnYellow(60.0)).isFalse();
  }

  private static boolean crossesOnYellow(double toJunction) {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);
    Traffic traffic = on(network, 1);
    int lane = incoming(network, "1");
    show(traffic, SignalColor.GREEN);
    traffic.place(0, Driver.average(), lane, network.lengthM(lane) - toJunction - 15.0, 13.5);
    while (network.lengthM(lane) - traffic.station(0) > toJunction) {
      traffic.step();
    }
    show(traffic, SignalColor.YELLOW);
    for (int i = 0; i < 30; i++) {
      traffic.step();
    }
    show(traffic, SignalColor.RED);
    for (int i = 0; i < 100; i++) {
      traffic.step();
    }
    assertThat(traffic.redRuns()).isZero();
    return traffic.lane(0) != lane;
  }

  @Test
  void theYieldSignGivesWayAndTheMainRoadDoesNot() {
    LaneNetwork network = TestRoads.network(TestRoads.PRIORITY);
    int crossed = 0;

    for (long seed = 1; seed <= 60; seed++) {
      crossed += givesWay(network, seed) ? 1 : 0;
    }

    // a ninth of the drawn routes has both go straight on
    assertThat(crossed).isGreaterThanOrEqualTo(3);
  }

  /** One meeting; false when one of the two turns, as then they need not meet. */
  private static boolean givesWay(LaneNetwork network, long seed) {
    Traffic traffic = Traffic.empty(
        network, new TrafficConfig(2, 0, seed, 0.1, Population.uniform()), Crew.alone());
    int minor = incoming(network, "2");
    int major = incoming(network, "1");
    traffic.place(0, Driver.average(), minor, network.lengthM(minor) - 45.0, 12.0);
    traffic.place(1, Driver.average(), major, network.lengthM(major) - 60.0, 13.5);
    int minorEntered = 0;
    int majorEntered = 0;
    double turned = 0.0;
    double slowestMajor = 13.5;
    for (int i = 1; i < 300 && (minorEntered == 0 || majorEntered == 0); i++) {
      traffic.step();
      if (traffic.lane(1) == major) {
        slowestMajor = Math.min(slowestMajor, traffic.speedMps(1));
      } else if (majorEntered == 0) {
        majorEntered = i;
        turned += Math.abs(network.turn(traffic.lane(1)));
      }
      if (traffic.lane(0) != minor && minorEntered == 0) {
        minorEntered = i;
        turned += Math.abs(network.turn(traffic.lane(0)));
      }
    }
    if (turned > 0.5) {
      return false;
    }
    assertThat(majorEntered).as("seed %d", seed).isPositive().isLessThan(minorEntered);
    assertThat(slowestMajor).as("seed %d", seed).isGreaterThan(12.5);
    return true;
  }

  @Test
  void theMinorRoadGoesWhenTheGapIsLongEnough() {
    LaneNetwork network = TestRoads.network(TestRoads.PRIORITY);
    Traffic traffic = on(network, 2);
    int minor = incoming(network, "2");
    int major = incoming(network, "1");
    traffic.place(0, Driver.average(), minor, network.lengthM(minor) - 5.0, 3.0);
    traffic.place(1, Driver.average(), major, 5.0, 10.0);

    for (int i = 0; i < 120; i++) {
      traffic.step();
    }

    assertThat(traffic.lane(0)).isNotEqualTo(minor);
    assertThat(traffic.lane(1)).isEqualTo(major);
  }

  @Test
  void whoCameToRestJustBeforeTheLineStaysThereWhenTheLightTurnsRed() {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);
    Traffic traffic =
        Traffic.empty(network, new TrafficConfig(1, 8, 1, 0.1, Population.uniform()), Crew.alone());
    int lane = incoming(network, "1");
    double line = network.lengthM(lane) - network.stopBackM(network.next(lane, 0));
    double body = line + Driver.average().standstillM() - 0.6;
    traffic.place(0, Driver.average(), lane, line - 60.0, 8.0);
    for (int i = 0; i < 600; i++) {
      show(traffic, i < 500 ? SignalColor.GREEN : i < 530 ? SignalColor.YELLOW : SignalColor.RED);
      traffic.forgetForeign();
      if (i > 40 && i < 514) { // it has leave by then
        traffic.addForeign(lane, body + 1.0, 0.0, 1.0);
      }
      traffic.step();
      if (i == 499) {
        assertThat(line - traffic.station(0)).as("less than a metre before it").isBetween(0.1, 0.9);
      }
    }

    assertThat(traffic.lane(0)).isEqualTo(lane);
    assertThat(traffic.redRuns()).isZero();
  }

  @Test
  void stopsBehindAForeignBodyAndWaitsForOneOnTheCrossing() {
    LaneNetwork network = TestRoads.network(TestRoads.PRIORITY);
    Traffic traffic =
        Traffic.empty(network, new TrafficConfig(1, 8, 1, 0.1, Population.uniform()), Crew.alone());
    int major = incoming(network, "1");
    double body = network.lengthM(major) - 60.0;
    traffic.place(0, Driver.average(), major, body - 80.0, 13.0);
    for (int i = 0; i < 300; i++) {
      traffic.forgetForeign();
      traffic.addForeign(major, body, 0.0, 4.5);
      traffic.step();
    }
    assertThat(body - 4.5 - traffic.station(0)).isBetween(1.5, 3.0);

    for (int i = 0; i < 300; i++) {
      traffic.forgetForeign();
      for (int lane = 0; lane < network.lanes(); lane++) {
        if (network.inJunction(lane) && traffic.lane(0) == major && isFrom(network, lane, "2")) {
          traffic.addForeign(lane, 0.5 * network.lengthM(lane), 0.0, 4.5);
        }
      }
      traffic.step();
    }
    assertThat(traffic.lane(0)).as("the crossing is blocked").isEqualTo(major);

    traffic.forgetForeign();
    for (int i = 0; i < 100; i++) {
      traffic.step();
    }
    assertThat(traffic.lane(0)).as("the crossing is free").isNotEqualTo(major);
  }

  private static boolean isFrom(LaneNetwork network, int lane, String road) {
    return network.laneIdAt(network.previous(lane, 0), 1.0).startsWith(road + ":");
  }

  @Test
  void nobodyEntersWhileTheWayOutIsFull() {
    LaneNetwork network = TestRoads.network(TestRoads.SIGNALS);
    Traffic traffic = on(network, 200);
    show(traffic, SignalColor.GREEN);
    int lane = incoming(network, "1");
    int placed = 1;
    for (int i = 0; i < network.nextCount(lane); i++) {
      int exit = network.next(network.next(lane, i), 0);
      for (double s = 5.0; s < LENGTH_M - 5.0; s += 6.6) {
        traffic.place(placed++, Driver.average(), exit, s, 0.0);
      }
    }
    traffic.place(0, Driver.average(), lane, network.lengthM(lane) - 30.0, 8.0);

    for (int i = 0; i < 40; i++) {
      traffic.step();
    }

    assertThat(traffic.lane(0)).isEqualTo(lane);
  }
}
