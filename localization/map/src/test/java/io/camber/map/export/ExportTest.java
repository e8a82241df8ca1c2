package io.camber.map.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.Crossing;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExportTest {
  private static RoadMap located() {
    String xml =
        "<OpenDRIVE><header revMajor=\"1\" revMinor=\"6\" name=\"a &quot;b&quot;\"><geoReference>"
            + "+proj=utm +zone=32 +datum=WGS84</geoReference></header>"
            + Roads.road("", 100.0, Roads.line(100.0).replace("x=\"0\"", "x=\"500000\""), "")
            + "</OpenDRIVE>";
    return RoadMap.parse("m.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void lanesArePolygonsInDegreesWhereTheMapIsLocated() {
    String json = GeoJson.of(located());

    assertThat(json)
        .contains("\"name\":\"a \\\"b\\\"\"")
        .contains("\"what\":\"lane\",\"id\":\"1:0:-1\"")
        .contains("[9,0]")
        .doesNotContain("note");
  }

  @Test
  void aMapWithoutReferenceSaysThatItIsInMetres() {
    String json = GeoJson.of(Roads.straight(100.0));

    assertThat(json).contains("metres of the map frame").contains("[100,3.5]");
  }

  @Test
  void ringsAreClosedAndCounterClockwise() {
    String json = GeoJson.of(Roads.straight(2.0));
    String ring = json.substring(json.indexOf("[[["), json.indexOf("]]]") + 3);

    assertThat(ring).isEqualTo("[[[2,7],[0,7],[0,3.5],[2,3.5],[2,7]]]");
  }

  @Test
  void theGraphNamesEveryLaneAndItsEdges() {
    RoadMap map = Crossing.map();
    String json = LaneGraphJson.of(map);
    String dot = LaneGraphDot.of(map);

    long edges =
        map.lanes().stream().mapToLong(lane -> lane.successors().size()).sum();
    assertThat(json.split("\"id\":", -1)).hasSize(map.lanes().size() + 1);
    assertThat(edges).isPositive();
    assertThat(dot).startsWith("digraph lanes {").endsWith("}\n");
    map.lanes().stream()
        .filter(lane -> lane.isDrivable() && !lane.successors().isEmpty())
        .findFirst()
        .ifPresent(lane -> assertThat(dot)
            .contains("\"" + lane.id() + "\" -> \"" + lane.successors().get(0) + "\""));
  }
}
