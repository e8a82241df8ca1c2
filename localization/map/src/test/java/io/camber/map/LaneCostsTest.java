package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec3;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out because it costs too much is never what would have been found: against the search that leaves out nothing. */
class LaneCostsTest {
  @ParameterizedTest
  @ValueSource(strings = {"signal-crossing", "priority-crossing", "street", "motorway"})
  void theLaneOfLeastCostIsFoundOnBundledMaps(String name) {
    assertFindsTheBest(
        TestData.map(Path.of("..", "..", "scenarios", "maps", name + ".xodr")), 3_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLaneOfLeastCostIsFoundOnRandomRoads(long seed) {
    assertFindsTheBest(Roads.random(seed), 500);
  }

  private static void assertFindsTheBest(RoadMap map, int points) {
    Random random = new Random(3);
    int beside = 0;
    for (int i = 0; i < points; i++) {
      LaneSegment lane = map.lanes().get(random.nextInt(map.lanes().size()));
      double aside = (random.nextDouble() - 0.5) * 10.0;
      Vec3 point = lane.pointAt(random.nextDouble() * lane.lengthM(), aside);

      Optional<LanePosition> found = map.project(point.x(), point.y());

      List<LanePosition> all = map.projectAll(point.x(), point.y(), 3.0).stream()
          .filter(position -> position.lane().isDrivable())
          .toList();
      assertThat(found.isPresent()).as("%s", point).isEqualTo(!all.isEmpty());
      if (found.isPresent()) {
        double least = all.stream().mapToDouble(each -> cost(each, point)).min().orElseThrow();
        assertThat(cost(found.get(), point))
            .as("%s: %s among %s", point, found, all)
            .isCloseTo(least, within(1e-7));
        beside += found.get().distanceOutside() > 0.0 ? 1 : 0;
      }
    }
    assertThat(beside).as("points beside all lanes").isPositive();
  }

  /** Metres outside, past the lane's end too, and a little for the way from the middle. */
  private static double cost(LanePosition position, Vec3 point) {
    Vec3 foot = position.lane().pointAt(position.s(), position.d());
    double beyond = foot.toVec2().distanceTo(point.toVec2());
    double outside = position.distanceOutside();
    return Math.sqrt(outside * outside + beyond * beyond)
        + LaneIndex.OFFSET_COST * Math.abs(position.d());
  }
}
