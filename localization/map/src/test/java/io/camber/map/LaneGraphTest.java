package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.map.road.StopKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneGraphTest {
  @Test
  void junctionConnectionsJoinLanesInDrivingDirection() {
    RoadMap map = Crossing.map();

    assertThat(map.lane("1:0:-1").successors()).containsExactly("10:0:-1", "11:0:-1");
    assertThat(map.lane("10:0:-1").successors()).containsExactly("2:0:-1");
    assertThat(map.lane("11:0:-1").predecessors()).containsExactly("1:0:-1");
    assertThat(map.lane("1:0:1").predecessors()).isEmpty();
    assertThat(map.lane("10:0:-1").junctionId()).contains("9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "-", "none"})
  void aLightOfAConnectingRoadStopsCarsBeforeTheJunction(String orientation) {
    RoadMap map = Crossing.map(orientation);

    assertThat(map.stopTargetsOn("1:0:-1"))
        .filteredOn(t -> t.kind() == StopKind.LIGHT)
        .hasSize(2)
        .allMatch(t -> t.signal().id().equals("L") && t.stopS() == 100.0)
        .extracting(SignalOnLane::viaLaneId)
        .containsExactly(Optional.of("10:0:-1"), Optional.of("11:0:-1"));
    assertThat(map.stopTargetsOn("10:0:-1"))
        .singleElement()
        .matches(t -> t.stopS() == 0.0 && t.viaLaneId().isEmpty());
    assertThat(map.stopTargetsOn("11:0:-1"))
        .extracting(SignalOnLane::kind)
        .containsExactlyInAnyOrder(StopKind.LIGHT, StopKind.YIELD);
    assertThat(map.stopTargetsOn("2:0:-1")).isEmpty();
    assertThat(map.stopTargetsOn("no such lane")).isEmpty();
  }

  @Test
  void aLightFacesTheLanesItIsFor() {
    double facing = Crossing.map().findSignal("L").orElseThrow().pose().yaw();

    assertThat(Math.abs(Angles.difference(facing, Math.PI))).isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "yes, 1000001, LIGHT",
    "yes, 1000011, LIGHT",
    "yes, -1, LIGHT",
    "yes, 1000002, ",
    "yes, 274, ",
    "no, 206, STOP",
    "no, 205, YIELD",
    "no, 274, "
  })
  void onlySignalsForCarsStopThem(String dynamic, String type, StopKind expected) {
    RoadMap map = Roads.parse(Roads.road(
        "",
        50.0,
        Roads.line(50.0),
        "<signals><signal id=\"S\" s=\"40\" t=\"-8\" orientation=\"+\" dynamic=\"" + dynamic
            + "\" type=\"" + type + "\"/></signals>"));

    assertThat(map.findSignal("S").orElseThrow().stopKind())
        .isEqualTo(Optional.ofNullable(expected));
    assertThat(map.stopTargetsOn("1:0:-1"))
        .hasSize(expected == null ? 0 : 1)
        .allMatch(target -> target.stopS() == 40.0);
    assertThat(map.stopTargetsOn("1:0:1")).isEmpty();
  }

  @Test
  void directJunctionsJoinRoadsWithoutConnectingRoads() {
    RoadMap map = TestData.map("maps/esmini/soderleden.xodr");

    assertThat(map.findLane("5", -1, 0.0).orElseThrow().successors().size()
            + map.findLane("5", -1, 0.0).orElseThrow().predecessors().size())
        .isPositive();
    LaneSegment first = map.findLane("0", -3, 0.0).orElseThrow();
    assertThat(first.predecessors()).anyMatch(id -> id.startsWith("5:"));
  }

  @Test
  void controllersKnowTheirSignalsAndJunction() {
    assertThat(Crossing.map().controllers()).singleElement().satisfies(controller -> {
      assertThat(controller.signalIds()).containsExactly("L");
      assertThat(controller.junctionIds()).containsExactly("9");
    });
  }

  @Test
  void leftHandTrafficRunsTheOtherWay() {
    RoadMap right = Roads.parse(Roads.road("rule=\"RHT\"", 50.0, Roads.line(50.0), ""));
    RoadMap left = Roads.parse(Roads.road("rule=\"LHT\"", 50.0, Roads.line(50.0), ""));

    assertThat(right.lane("1:0:-1").isAlongRoad()).isTrue();
    assertThat(left.lane("1:0:-1").isAlongRoad()).isFalse();
    assertThat(left.lane("1:0:-1").centerAt(0.0).x()).isCloseTo(50.0, within(1e-9));
    assertThat(left.lane("1:0:1").centerAt(0.0).yaw()).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void neighboursAreTheDriversLeftAndRight() {
    RoadMap map = Roads.straight(50.0);

    assertThat(map.lane("1:0:-1").rightNeighbour()).contains("1:0:-2");
    assertThat(map.lane("1:0:-1").leftNeighbour()).isEmpty();
    assertThat(map.lane("1:0:2").leftNeighbour()).contains("1:0:1");
    assertThat(map.lane("1:0:-1").mayChangeRight(10.0)).isTrue();
    assertThat(map.lane("1:0:-1").mayChangeLeft(10.0)).isFalse();
  }

  @Test
  void aSolidLineForbidsTheChangeAndHalfSolidPermitsOneWay() {
    String road = Roads.road("", 50.0, Roads.line(50.0), "");
    RoadMap solid = Roads.parse(road.replace("type=\"broken\"", "type=\"solid\""));
    RoadMap half = Roads.parse(road.replace("type=\"broken\"", "type=\"broken solid\""));

    assertThat(solid.lane("1:0:-1").mayChangeRight(10.0)).isFalse();
    assertThat(half.lane("1:0:-1").mayChangeRight(10.0)).isTrue();
    assertThat(half.lane("1:0:-2").mayChangeLeft(10.0)).isFalse();
  }

  @Test
  void stationsRunAlongTheDrivingDirectionAndConvertToRoadStations() {
    for (long seed = 1; seed <= 10; seed++) {
      RoadMap map = Roads.random(seed);
      for (LaneSegment lane : map.lanes()) {
        for (int i = 0; i <= 20; i++) {
          double s = i * lane.lengthM() / 20.0;
          assertThat(lane.fromRoadS(lane.toRoadS(s)))
              .as("seed %s", seed)
              .isCloseTo(s, within(1e-9));
        }
        assertThat(polyline(lane)).as("seed %s", seed).isCloseTo(lane.lengthM(), within(1e-4));
      }
    }
  }

  private static double polyline(LaneSegment lane) {
    double sum = 0.0;
    int steps = 2000;
    for (int i = 0; i < steps; i++) {
      sum += lane.pointAt((i + 1) * lane.lengthM() / steps, 0.0)
          .toVec2()
          .distanceTo(lane.pointAt(i * lane.lengthM() / steps, 0.0).toVec2());
    }
    return sum;
  }
}
