package io.camber.map.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanePathTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void frenetRoundTripsOnRandomRoads(long seed) {
    RoadMap map = Roads.random(seed);
    Random random = new Random(seed);
    for (LaneSegment lane : map.lanes()) {
      LanePath path = LanePath.of(List.of(lane));
      for (int i = 0; i < 200; i++) {
        double s = random.nextDouble() * path.lengthM();
        double d = (random.nextDouble() - 0.5) * 12.0;
        Pose2 pose = path.fromFrenet(s, d);

        FrenetPoint near = path.toFrenet(pose.x(), pose.y(), s + random.nextDouble() - 0.5);
        FrenetPoint global = path.toFrenet(pose.x(), pose.y());

        assertThat(near.s()).as("seed %s %s", seed, lane).isCloseTo(s, within(1e-6));
        assertThat(near.d()).as("seed %s %s", seed, lane).isCloseTo(d, within(1e-6));
        assertThat(global.s()).as("seed %s %s", seed, lane).isCloseTo(s, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void pathLiesOnTheLaneCentre(long seed) {
    RoadMap map = Roads.random(seed);
    for (LaneSegment lane : map.lanes()) {
      LanePath path = LanePath.of(List.of(lane));

      assertThat(path.lengthM()).isCloseTo(lane.lengthM(), within(1e-4));
      for (int i = 0; i <= 100; i++) {
        double s = i * path.lengthM() / 100.0;
        Pose3 center = lane.centerAt(s);
        assertThat(path.xAt(s)).isCloseTo(center.x(), within(1e-4));
        assertThat(path.yAt(s)).isCloseTo(center.y(), within(1e-4));
        assertThat(Angles.difference(path.yawAt(s), center.yaw())).isCloseTo(0.0, within(1e-4));
        assertThat(path.curvatureAt(s)).isCloseTo(lane.curvatureAt(s), within(1e-3));
        assertThat(path.leftEdgeAt(s)).isCloseTo(1.75, within(1e-9));
      }
    }
  }

  @Test
  void laneChangeIsSmoothAndEndsOnTheNeighbour() {
    RoadMap map = Roads.straight(200.0);
    LanePath path = LanePath.of(List.of(map.lane("1:0:-1"), map.lane("1:0:-2")));

    assertThat(path.yAt(0.0)).isCloseTo(-1.75, within(1e-9));
    assertThat(path.yAt(path.lengthM())).isCloseTo(-5.25, within(1e-9));
    assertThat(path.yAt(0.5 * path.lengthM())).isCloseTo(-3.5, within(1e-3));
    assertThat(path.leftEdgeAt(0.5 * path.lengthM())).isCloseTo(3.5, within(0.01));
    assertThat(path.rightEdgeAt(0.5 * path.lengthM())).isCloseTo(-3.5, within(0.01));
    assertThat(path.laneAt(0.0).id()).isEqualTo("1:0:-1");
    assertThat(path.laneAt(path.lengthM()).id()).isEqualTo("1:0:-2");
    for (double s = 0.0; s < path.lengthM(); s += 0.25) {
      // 5.77 is the largest second derivative of the quintic step over a unit span.
      assertThat(Math.abs(path.curvatureAt(s))).isLessThan(1.1 * 5.78 * 3.5 / 3600.0);
    }
  }

  @Test
  void pathGoesOnStraightBeyondItsEnds() {
    LanePath path = LanePath.of(List.of(Roads.straight(50.0).lane("1:0:-1")));

    assertThat(path.xAt(-10.0)).isCloseTo(-10.0, within(1e-9));
    assertThat(path.xAt(70.0)).isCloseTo(70.0, within(1e-9));
    FrenetPoint beyond = path.toFrenet(80.0, 1.0);
    assertThat(beyond.s()).isCloseTo(80.0, within(1e-9));
    assertThat(beyond.d()).isCloseTo(2.75, within(1e-9));
  }

  @Test
  void lanesThatDoNotMeetAreRefused() {
    RoadMap map = Roads.straight(50.0);

    assertThatThrownBy(() -> LanePath.of(List.of(map.lane("1:0:-1"), map.lane("1:0:1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither successor nor neighbour");
    assertThatThrownBy(() -> LanePath.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stationOfFindsPlacesOnThePathOnly() {
    RoadMap map = Roads.straight(50.0);
    LanePath path = LanePath.of(List.of(map.lane("1:0:1")));

    assertThat(path.stationOf(new LanePosition(map.lane("1:0:1"), 20.0, 0.0)).orElseThrow())
        .isCloseTo(20.0, within(1e-9));
    assertThat(path.stationOf(new LanePosition(map.lane("1:0:-1"), 20.0, 0.0))).isEmpty();
  }
}
