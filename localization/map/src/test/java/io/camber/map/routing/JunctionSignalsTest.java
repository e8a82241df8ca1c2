package io.camber.map.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.TestData;
import io.camber.map.road.Signal;
import io.camber.map.road.StopKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The 54 signalised-junction missions: the route of each meets its own light at the end of the incoming lane. */
class JunctionSignalsTest {
  private static final Pattern EGO = Pattern.compile(
      "\"map\": \"([^\"]*)\".*?\"ego_start\": \\{\\s*\"road\": \"(\\d+)\",\\s*\"lane\": (-?\\d+),\\s*\"s\": ([-.\\d]+),"
          + "\\s*\"dist_to_junction\": ([-.\\d]+).*?\"ego_via\": \\{\\s*\"road\": \"(\\d+)\",\\s*\"lane\": (-?\\d+)"
          + ".*?\"ego_goal\": \\{\\s*\"road\": \"(\\d+)\",\\s*\"lane\": (-?\\d+),\\s*\"s\": ([-.\\d]+)"
          + ".*?\"ego_signals\": \\[([^\\]]*)\\]",
      Pattern.DOTALL);

  @Test
  void everyMissionMeetsItsLightWhereTheIncomingLaneEnds() throws IOException {
    String json = Files.readString(TestData.scenarios("suites/junction_signals/missions.json"));
    Map<String, RoadMap> maps = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    int missions = 0;
    Matcher ego = EGO.matcher(json);
    while (ego.find()) {
      missions++;
      RoadMap map = maps.computeIfAbsent(ego.group(1), path -> TestData.map(path));
      LanePosition from = position(map, ego.group(2), ego.group(3), ego.group(4));
      LanePosition to = position(map, ego.group(8), ego.group(9), ego.group(10));
      List<LaneSegment> route = new Router(map).route(from, to).orElseThrow();
      LanePath path = LanePath.of(route);
      double expected = path.stationOf(from).orElseThrow() + Double.parseDouble(ego.group(5));
      Optional<PathStop> stop = path.stops().stream()
          .filter(s -> s.kind() == StopKind.LIGHT
              && ego.group(11).contains("\"" + s.signal().id() + "\""))
          .findFirst();
      if (stop.isEmpty() || Math.abs(stop.get().s() - expected) > 0.5) {
        wrong.add(ego.group(1) + " " + from + " to " + to + ": " + route + " " + path.stops()
            + " expected " + ego.group(11) + " at " + expected);
        continue;
      }
      assertThat(route).extracting(LaneSegment::roadId).contains(ego.group(6));
      assertFacesTheCar(stop.get(), path);
    }

    assertThat(missions).isEqualTo(54);
    assertThat(wrong).isEmpty();
  }

  private static void assertFacesTheCar(PathStop stop, LanePath path) {
    Signal light = stop.signal();
    double back = Angles.wrap(path.yawAt(stop.s()) + Math.PI);
    assertThat(Math.abs(Angles.difference(light.pose().yaw(), back)))
        .isCloseTo(0.0, within(Math.PI / 2.0));
  }

  private static LanePosition position(RoadMap map, String road, String lane, String s) {
    double roadS = Double.parseDouble(s);
    LaneSegment segment = map.findLane(road, Integer.parseInt(lane), roadS).orElseThrow();
    return new LanePosition(segment, segment.fromRoadS(roadS), 0.0);
  }
}
