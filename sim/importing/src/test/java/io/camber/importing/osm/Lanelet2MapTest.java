package io.camber.importing.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Lanelet;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Lanelet2MapTest {
  private static final String TWO_LANES = """
      <osm version='0.6'>
        <node id='1' lat='0' lon='0'><tag k='local_x' v='0'/><tag k='local_y' v='3'/></node>
        <node id='2' lat='0' lon='0'><tag k='local_x' v='50'/><tag k='local_y' v='3'/></node>
        <node id='3' lat='0' lon='0'><tag k='local_x' v='50'/><tag k='local_y' v='0'/></node>
        <node id='4' lat='0' lon='0'><tag k='local_x' v='0'/><tag k='local_y' v='0'/></node>
        <node id='5' lat='0' lon='0'><tag k='local_x' v='0'/><tag k='local_y' v='-3'/></node>
        <node id='6' lat='0' lon='0'><tag k='local_x' v='50'/><tag k='local_y' v='-3'/></node>
        <way id='10'><nd ref='1'/><nd ref='2'/></way>
        <way id='11'><nd ref='3'/><nd ref='4'/></way>
        <way id='12'><nd ref='5'/><nd ref='6'/></way>
        <relation id='20'><member type='way' role='left' ref='10'/><member type='way' role='right' ref='11'/>
          <tag k='type' v='lanelet'/><tag k='subtype' v='road'/><tag k='speed_limit' v='36'/></relation>
        <relation id='21'><member type='way' role='left' ref='11'/><member type='way' role='right' ref='12'/>
          <tag k='type' v='lanelet'/><tag k='subtype' v='road'/><tag k='speed_limit' v='30 mph'/></relation>
        <relation id='22'><member type='way' role='left' ref='11'/><member type='way' role='right' ref='12'/>
          <tag k='type' v='lanelet'/><tag k='subtype' v='crosswalk'/></relation>
      </osm>
      """;

  @TempDir
  private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("map.osm"), text);
  }

  @Test
  void boundsAreTurnedIntoTheDirectionOfTravel() throws IOException {
    List<Lanelet> lanes = Lanelet2Map.read(file(TWO_LANES)).lanelets();

    assertThat(lanes).hasSize(2);
    assertThat(lanes.get(0).right()).containsExactly(new Vec2(0, 0), new Vec2(50, 0));
    assertThat(lanes.get(0).speedLimitMps().orElseThrow()).isCloseTo(10.0, within(1e-9));
    assertThat(lanes.get(1).speedLimitMps().orElseThrow()).isCloseTo(13.4112, within(1e-9));
    assertThat(lanes.get(0).rightNeighbour()).isEqualTo(Optional.of("21"));
    assertThat(lanes.get(1).leftNeighbour()).isEqualTo(Optional.of("20"));
  }

  @Test
  void whatIsNoLaneIsCounted() throws IOException {
    assertThat(Lanelet2Map.read(file(TWO_LANES)).leftOut()).containsEntry("lanelet crosswalk", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "ref='6', ref='66', point 66",
    "ref='12', ref='77', way 77",
    "v='-3', v='NaN', 'NaN' is not finite",
    "k='subtype' v='road', k='subtype' v='river', holds no lanelet"
  })
  void mistakesNameFileAndLine(String good, String bad, String problem) throws IOException {
    Path file = file(TWO_LANES.replace(good, bad));

    assertThatThrownBy(() -> Lanelet2Map.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("map.osm:")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({"lanelet2_karlsruhe_mapping_example.osm,371", "lanelet2_autoware_test_map.osm,48"})
  void publishedMapsBecomeRoadsWithTheirLanesWhereTheyWere(String name, int lanelets) {
    String root = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    Lanelet2Map source = Lanelet2Map.read(Path.of(root, "data", "maps", name));
    int others = source.leftOut().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("lanelet"))
        .mapToInt(entry -> entry.getValue())
        .sum();
    List<Lanelet> lanes = source.lanelets();
    long once = lanes.stream().filter(lane -> !lane.id().endsWith("-back")).count();

    String text = source.openDrive();
    RoadMap map = RoadMap.parse(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(once + others).isEqualTo(lanelets);
    int onLane = 0;
    for (Lanelet lane : lanes) {
      Vec2 middle = lane.left()
          .get(lane.left().size() / 2)
          .plus(lane.right().get(lane.right().size() / 2))
          .times(0.5);
      onLane += map.project(middle.x(), middle.y()).isPresent() ? 1 : 0;
    }
    assertThat((double) onLane / lanes.size()).isGreaterThan(0.97);
  }
}
