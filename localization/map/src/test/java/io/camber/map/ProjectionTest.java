package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.scene.MapFile;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  @Test
  void roadCoordinatesRoundTripOnRandomRoads() {
    for (long seed = 1; seed <= 30; seed++) {
      RoadMap map = Roads.random(seed);
      Random random = new Random(seed);
      for (int i = 0; i < 50; i++) {
        double s = random.nextDouble() * map.roads().get(0).lengthM();
        double t = (random.nextDouble() - 0.5) * 13.0;
        Pose3 pose = map.fromRoad("1", s, t);

        RoadPosition found = map.toRoad(pose.x(), pose.y()).orElseThrow();

        assertThat(found.s()).as("seed %s", seed).isCloseTo(s, within(1e-7));
        assertThat(found.t()).as("seed %s", seed).isCloseTo(t, within(1e-7));
      }
    }
  }

  @Test
  void laneCoordinatesRoundTripOnRandomRoads() {
    for (long seed = 1; seed <= 30; seed++) {
      RoadMap map = Roads.random(seed);
      Random random = new Random(seed);
      for (int i = 0; i < 50; i++) {
        LaneSegment lane = map.lanes().get(random.nextInt(4));
        double s = random.nextDouble() * lane.lengthM();
        double d = (random.nextDouble() - 0.5) * 3.4;
        Vec3 point = lane.pointAt(s, d);

        LanePosition found = map.project(point.x(), point.y()).orElseThrow();

        assertThat(found.lane()).as("seed %s", seed).isSameAs(lane);
        assertThat(found.s()).as("seed %s", seed).isCloseTo(s, within(1e-6));
        assertThat(found.d()).as("seed %s", seed).isCloseTo(d, within(1e-6));
      }
    }
  }

  @Test
  void yawDecidesWhereACarStraddlesTheMiddle() {
    RoadMap map = Roads.straight(100.0);

    assertThat(map.project(50.0, -0.3).orElseThrow().lane().id()).isEqualTo("1:0:-1");
    assertThat(map.project(new Pose2(50.0, -0.3, Math.PI)).orElseThrow().lane().id())
        .isEqualTo("1:0:1");
    assertThat(map.project(new Pose2(50.0, -0.3, 0.1)).orElseThrow().lane().id())
        .isEqualTo("1:0:-1");
  }

  @Test
  void reachEndsThreeMetresOutside() {
    RoadMap map = Roads.straight(100.0);

    assertThat(map.project(50.0, -9.9).orElseThrow().lane().id()).isEqualTo("1:0:-2");
    assertThat(map.project(50.0, -10.1)).isEmpty();
    assertThat(map.project(-2.9, -1.75)).isPresent();
    assertThat(map.project(-3.3, -1.75)).isEmpty();
    assertThat(map.project(1e7, 1e7)).isEmpty();
    assertThat(map.toRoad(50.0, 56.9)).isPresent();
    assertThat(map.toRoad(50.0, 57.1)).isEmpty();
  }

  @Test
  void drivableAreaEndsAtTheLaneEdge() {
    RoadMap map = Roads.straight(100.0);

    assertThat(map.onDrivable(50.0, 6.9, 0.0)).isTrue();
    assertThat(map.onDrivable(50.0, 7.1, 0.0)).isFalse();
    assertThat(map.onDrivable(50.0, 7.1, 0.2)).isTrue();
  }

  @Test
  void allLanesComeNearestFirst() {
    assertThat(Roads.straight(100.0).projectAll(50.0, -2.0, 2.5))
        .extracting(position -> position.lane().id())
        .containsExactly("1:0:-1", "1:0:-2", "1:0:1");
  }

  @Test
  void elevationTellsLevelsApart() {
    String low = Roads.road("", 100.0, Roads.line(100.0), "");
    String high = low.replace("road id=\"1\"", "road id=\"2\"")
        .replace(
            "<lanes>",
            "<elevationProfile><elevation s=\"0\" a=\"6\" b=\"0\" c=\"0\" d=\"0\"/></elevationProfile><lanes>");
    RoadMap map = Roads.parse(low + high);

    assertThat(map.project(new Vec3(50.0, -1.0, 5.7)).orElseThrow().lane().roadId())
        .isEqualTo("2");
    assertThat(map.project(new Vec3(50.0, -1.0, 0.4)).orElseThrow().lane().roadId())
        .isEqualTo("1");
  }

  @Test
  void lanePositionsFollowTheRoadDirection() {
    RoadMap map = Roads.straight(100.0);
    Pose3 pose = map.fromLane("1", 1, 30.0, 0.5);

    assertThat(pose.x()).isCloseTo(30.0, within(1e-12));
    assertThat(pose.y()).isCloseTo(2.25, within(1e-12));
    assertThat(pose.yaw()).isZero();
    assertThatThrownBy(() -> map.fromLane("1", 5, 30.0, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("road 1 has no lane 5");
    assertThatThrownBy(() -> map.fromRoad("7", 0.0, 0.0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptyNetworkAnswersWithNothing() {
    RoadMap map = Roads.parse("");

    assertThat(map.project(0.0, 0.0)).isEmpty();
    assertThat(map.toRoad(0.0, 0.0)).isEmpty();
    assertThat(map.onDrivable(0.0, 0.0, 1.0)).isFalse();
    assertThat(map.elevation(0.0, 0.0)).isZero();
  }

  @Test
  void aLoaderParsesTheSameContentOnce() {
    byte[] xml = "<OpenDRIVE><header revMajor=\"1\"/></OpenDRIVE>".getBytes(StandardCharsets.UTF_8);
    MapLoader loader = new MapLoader();

    assertThat(loader.load(new MapFile("a.xodr", xml)))
        .isSameAs(loader.load(new MapFile("b.xodr", xml)));
  }
}
