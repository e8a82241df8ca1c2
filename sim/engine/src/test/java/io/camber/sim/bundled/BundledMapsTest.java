package io.camber.sim.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.nio.file.Path;
import java.util.List;
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

  private static RoadMap read(Path file) {
    return RoadMap.parse(file.getFileName().toString(), Bundle.bytes(file));
  }
}
