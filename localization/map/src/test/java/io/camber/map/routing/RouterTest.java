package io.camber.map.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.map.Crossing;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import io.camber.map.TestData;
import io.camber.map.road.StopKind;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static LanePosition at(RoadMap map, String lane, double s) {
    return new LanePosition(map.lane(lane), s, 0.0);
  }

  @Test
  void routeLeadsThroughTheJunctionToTheGoal() {
    RoadMap map = Crossing.map();

    List<LaneSegment> route =
        new Router(map).route(at(map, "1:0:-1", 10.0), at(map, "3:0:-1", 20.0)).orElseThrow();

    assertThat(route).extracting(LaneSegment::id).containsExactly("1:0:-1", "11:0:-1", "3:0:-1");
  }

  @Test
  void pathMeetsOnlyTheSignalsOfItsOwnTurn() {
    RoadMap map = Crossing.map();
    Router router = new Router(map);

    LanePath straight = LanePath.of(
        router.route(at(map, "1:0:-1", 0.0), at(map, "2:0:-1", 20.0)).orElseThrow());
    LanePath left = LanePath.of(
        router.route(at(map, "1:0:-1", 0.0), at(map, "3:0:-1", 20.0)).orElseThrow());

    assertThat(straight.stops()).singleElement().satisfies(stop -> {
      assertThat(stop.kind()).isEqualTo(StopKind.LIGHT);
      assertThat(stop.s()).isCloseTo(100.0, within(1e-6));
    });
    assertThat(left.stops())
        .extracting(PathStop::kind)
        .containsExactlyInAnyOrder(StopKind.LIGHT, StopKind.YIELD);
  }

  @Test
  void changingLanesIsPartOfARoute() {
    RoadMap map = Roads.straight(200.0);
    Router router = new Router(map);

    assertThat(router.route(at(map, "1:0:-1", 10.0), at(map, "1:0:-2", 150.0)).orElseThrow())
        .extracting(LaneSegment::id)
        .containsExactly("1:0:-1", "1:0:-2");
    assertThat(router.route(at(map, "1:0:-1", 10.0), at(map, "1:0:1", 150.0))).isEmpty();
  }

  @Test
  void aGoalBehindIsNotReachedOnADeadEnd() {
    RoadMap map = Roads.straight(200.0);

    assertThat(new Router(map).route(at(map, "1:0:-1", 150.0), at(map, "1:0:-1", 50.0)))
        .isEmpty();
    assertThat(new Router(map).route(at(map, "1:0:-1", 50.0), at(map, "1:0:-1", 150.0)))
        .hasValueSatisfying(route -> assertThat(route).hasSize(1));
  }

  @Test
  void followGoesStraightOnAndBranchesNamesEveryWay() {
    RoadMap map = Crossing.map();
    Router router = new Router(map);

    assertThat(router.follow(at(map, "1:0:-1", 50.0), 90.0))
        .extracting(LaneSegment::id)
        .containsExactly("1:0:-1", "10:0:-1", "2:0:-1");
    assertThat(router.branches(at(map, "1:0:-1", 50.0), 90.0, 6)).hasSize(2);
    assertThat(router.branches(at(map, "1:0:-1", 50.0), 90.0, 1)).hasSize(1);
  }

  @Test
  void routesInATownAreConnectedAndLaidOutAsPaths() {
    RoadMap map = TestData.map("maps/Scenic/Town01.xodr");
    Router router = new Router(map);
    List<LaneSegment> lanes =
        map.lanes().stream().filter(LaneSegment::isDrivable).toList();
    Random random = new Random(3);
    int found = 0;
    for (int i = 0; i < 40; i++) {
      LaneSegment from = lanes.get(random.nextInt(lanes.size()));
      LaneSegment to = lanes.get(random.nextInt(lanes.size()));
      Optional<List<LaneSegment>> route = router.route(
          new LanePosition(from, 0.5 * from.lengthM(), 0.0),
          new LanePosition(to, 0.5 * to.lengthM(), 0.0));
      if (route.isPresent()) {
        found++;
        LanePath path = LanePath.of(route.get());
        for (double s = 0.0; s + 1.0 < path.lengthM(); s += 1.0) {
          double dx = path.xAt(s + 1.0) - path.xAt(s);
          double dy = path.yAt(s + 1.0) - path.yAt(s);
          assertThat(Math.sqrt(dx * dx + dy * dy)).as("run %s at %s", i, s).isBetween(0.9, 1.001);
        }
      }
    }
    assertThat(found).isGreaterThan(30);
  }
}
