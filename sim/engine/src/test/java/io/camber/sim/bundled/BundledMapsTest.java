package io.camber.sim.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.StopKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledMapsTest {
  static List<Path> maps() {
    return Bundle.maps();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void isReadWithoutAWarning(Path file) {
    RoadMap map = read(file);

    assertThat(map.warnings()).isEmpty();
    assertThat(map.lanes()).isNotEmpty();
    assertThat(map.objects()).isNotEmpty();
    assertThat(map.signals()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void lanesJoinWithoutAGap(Path file) {
    RoadMap map = read(file);

    for (LaneSegment lane : map.lanes()) {
      Pose3 end = lane.centerAt(lane.lengthM());
      for (String next : lane.successors()) {
        Pose3 start = map.lane(next).centerAt(0.0);
        assertThat(end.position().minus(start.position()).length())
            .as("%s to %s", lane.id(), next)
            .isCloseTo(0.0, within(0.01));
        assertThat(StrictMath.cos(end.yaw() - start.yaw()))
            .as("%s to %s", lane.id(), next)
            .isCloseTo(1.0, within(1e-6));
      }
    }
  }

  @Test
  void everyArmOfTheSignalCrossingHasItsLightAtTheStopLine() {
    RoadMap map = read(Bundle.map("signal-crossing.xodr"));

    for (String arm : List.of("1", "2", "3", "4")) {
      assertThat(map.stopTargetsOn(arm + ":0:1")).singleElement().satisfies(stop -> {
        assertThat(stop.signal().id()).isEqualTo(arm);
        assertThat(stop.kind()).isEqualTo(StopKind.LIGHT);
        assertThat(stop.stopS()).isCloseTo(250.0 - 7.0, within(1e-6));
      });
    }
  }

  @Test
  void lightsHangBehindTheJunctionFacingTheirTraffic() {
    RoadMap map = read(Bundle.map("signal-crossing.xodr"));

    Pose3 west = map.findSignal("3").orElseThrow().pose();

    assertThat(west.x()).isCloseTo(16.0, within(1e-6));
    assertThat(west.y()).isCloseTo(-4.5, within(1e-6));
    assertThat(Math.abs(west.yaw())).isCloseTo(Math.PI, within(1e-6));
  }

  @Test
  void theSideRoadsOfThePriorityCrossingYield() {
    RoadMap map = read(Bundle.map("priority-crossing.xodr"));

    assertThat(map.stopTargetsOn("1:0:1")).isEmpty();
    assertThat(map.stopTargetsOn("2:0:1"))
        .singleElement()
        .satisfies(stop -> assertThat(stop.kind()).isEqualTo(StopKind.YIELD));
  }

  private static RoadMap read(Path file) {
    return RoadMap.parse(file.getFileName().toString(), Bundle.bytes(file));
  }
}
