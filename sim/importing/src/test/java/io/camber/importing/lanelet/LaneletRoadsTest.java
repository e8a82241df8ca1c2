package io.camber.importing.lanelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is written must mean the same to the reader of maps. */
final class LaneletRoadsTest {
  private static final double WIDTH_M = 3.5;

  @Test
  void lanesSideBySideAreOneRoadWithTheirCentresWhereTheyWere() {
    RoadMap map = read(List.of(
        bend("left", 100.0, List.of(), Optional.empty(), Optional.of("right")),
        bend("right", 100.0 + WIDTH_M, List.of(), Optional.of("left"), Optional.empty())));

    assertThat(map.roads()).hasSize(1);
    for (int lane = 1; lane <= 2; lane++) {
      LaneSegment segment = map.findLane("1", -lane, 10.0).orElseThrow();
      double radius = 100.0 + (lane - 0.5) * WIDTH_M;
      for (double s = 0.0; s <= segment.lengthM(); s += 1.0) {
        var center = segment.centerAt(s);
        assertThat(Math.hypot(center.x(), center.y())).isCloseTo(radius, within(0.01));
        assertThat(segment.widthAt(s)).isCloseTo(WIDTH_M, within(0.01));
      }
    }
    assertThat(map.findLane("1", -1, 10.0).orElseThrow().rightNeighbour())
        .contains(map.findLane("1", -2, 10.0).orElseThrow().id());
  }

  @Test
  void oneAfterTheOtherIsALinkAndAForkAJunction() {
    RoadMap map = read(List.of(
        straight("a", 0.0, 0.0, 50.0, 0.0, List.of("b")),
        straight("b", 50.0, 0.0, 100.0, 0.0, List.of("c", "d")),
        straight("c", 100.0, 0.0, 150.0, 0.0, List.of()),
        straight("d", 100.0, 0.0, 150.0, 10.0, List.of())));

    LaneSegment first = map.findLane("1", -1, 1.0).orElseThrow();
    String second = map.findLane("2", -1, 1.0).orElseThrow().id();
    assertThat(first.successors()).containsExactly(second);
    List<String> ends = new ArrayList<>();
    for (String connector : map.lane(second).successors()) {
      assertThat(map.lane(connector).inJunction()).isTrue();
      map.lane(connector).successors().forEach(next -> ends.add(map.lane(next).roadId()));
    }
    assertThat(ends).containsExactlyInAnyOrder("3", "4");
  }

  @Test
  void speedLimitsStay() {
    RoadMap map = read(List.of(straight("a", 0.0, 0.0, 50.0, 0.0, List.of())));

    assertThat(map.findLane("1", -1, 25.0).orElseThrow().speedLimitMps())
        .isCloseTo(13.9, within(1e-6));
  }

  @Test
  void heightsOfTheLeftBoundaryAreThoseOfTheRoad() {
    RoadMap map = read(List.of(new Lanelet(
        "hill",
        List.of(new Vec2(0.0, 0.0), new Vec2(20.0, 0.0), new Vec2(50.0, 0.0)),
        List.of(new Vec2(0.0, -WIDTH_M), new Vec2(50.0, -WIDTH_M)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(100.0, 102.0, 99.0))));

    assertThat(map.elevation(10.0, -1.0)).isCloseTo(101.0, within(1e-5));
    assertThat(map.elevation(35.0, -1.0)).isCloseTo(100.5, within(1e-5));
  }

  @Test
  void aHeightForEveryPointOrNone() {
    List<Vec2> line = List.of(new Vec2(0.0, 0.0), new Vec2(20.0, 0.0));

    assertThatThrownBy(() -> new Lanelet(
            "a",
            line,
            line,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of(),
            List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 heights for 2 points");
  }

  private static RoadMap read(List<Lanelet> lanelets) {
    String xml = LaneletRoads.of(lanelets).openDrive("test");
    RoadMap map = RoadMap.parse("test.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(map.warnings()).isEmpty();
    return map;
  }

  /** A right-hand bend would have its centre on the right; this one turns left about the origin. */
  private static Lanelet bend(
      String id,
      double innerRadius,
      List<String> next,
      Optional<String> leftNeighbour,
      Optional<String> rightNeighbour) {
    List<Vec2> left = new ArrayList<>();
    List<Vec2> right = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      Vec2 direction = new Vec2(StrictMath.cos(0.05 * i), StrictMath.sin(0.05 * i));
      left.add(direction.times(innerRadius));
      right.add(direction.times(innerRadius + WIDTH_M));
    }
    return new Lanelet(
        id, left, right, next, leftNeighbour, rightNeighbour, OptionalDouble.of(13.9), List.of());
  }

  private static Lanelet straight(
      String id, double x0, double y0, double x1, double y1, List<String> next) {
    Vec2 down = new Vec2(0.0, -WIDTH_M);
    Vec2 from = new Vec2(x0, y0);
    Vec2 to = new Vec2(x1, y1);
    return new Lanelet(
        id,
        List.of(from, to),
        List.of(from.plus(down), to.plus(down)),
        next,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.of(13.9),
        List.of());
  }
}
