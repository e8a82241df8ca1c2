package io.camber.map.opendrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.ObjectKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDriveReaderTest {
  private static RoadMap read(String xml) {
    return RoadMap.parse("bad.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=\"0\"|x=\"NaN\"|test.xodr:5: <geometry> x=\"NaN\" is not a finite number",
        "x=\"0\"|x=\"far\"|test.xodr:5: <geometry> x=\"far\" is not a number",
        "y=\"0\" ||test.xodr:5: <geometry> has no attribute y; add it",
        "length=\"50.0\"|length=\"-5\"|test.xodr:4: <road> length=\"-5\" must be greater than 0",
        "laneSection s=\"0\"|laneSection s=\"50\"|leaves the section no length",
        "<line/>||has no line, arc, spiral, poly3 or paramPoly3",
        "lane id=\"2\"|lane id=\"3\"|expected 2; number lanes from the centre outwards",
        "x=\"0\"|x=\"1e12\"|leaves the map near s=0",
        "a=\"3.5\"|a=\"1e9\"|has a lane border beyond 1 km",
        "length=\"50.0\"|length=\"1e9\"|is longer than 1000 km",
        "a=\"3.5\"|a=\"wide\"|<width> a=\"wide\" is not a number",
        "rule=\"RHT\"|rule=\"up\"|neither \"RHT\" nor \"LHT\"",
        "</left>|</right>|not well-formed XML"
      })
  void mistakesNameFileLineAndElement(String good, String bad, String message) {
    String road = Roads.road("rule=\"RHT\"", 50.0, Roads.line(50.0), "");
    assertThat(road).contains(good);
    String broken = road.replace(good, bad == null ? "" : bad);

    assertThatThrownBy(() -> Roads.parse(broken))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("test.xodr:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nothing",
        "<a",
        "<OpenDRIVE/>",
        "<OpenDRIVE><header/></OpenDRIVE>",
        "<html></html>",
        "<OpenDRIVE><header revMajor=\"2\"/></OpenDRIVE>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OpenDRIVE>&e;</OpenDRIVE>"
      })
  void whatIsNoMapIsRefusedInOneSentence(String xml) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("bad.xodr");
  }

  @Test
  void everyTruncationOfAFileIsAnInputError() {
    String xml = "<OpenDRIVE><header revMajor=\"1\"/>" + Roads.road("", 50.0, Roads.line(50.0), "")
        + "</OpenDRIVE>";
    for (int length = 0; length < xml.length(); length += 7) {
      String part = xml.substring(0, length);
      assertThatThrownBy(() -> read(part))
          .as("cut at %s", length)
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void twoRoadsOfOneNameAreRefused() {
    String road = Roads.road("", 50.0, Roads.line(50.0), "");

    assertThatThrownBy(() -> Roads.parse(road + road))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("id=\"1\" is used by another road");
  }

  @Test
  void unusedElementsAreWarningsButUserDataIsNot() {
    RoadMap map = Roads.parse(Roads.road(
        "", 50.0, Roads.line(50.0), "<hologram/><userData code=\"x\"><anything/></userData>"));

    assertThat(map.warnings())
        .singleElement()
        .asString()
        .contains("<hologram> in <road> is not used");
  }

  @ParameterizedTest
  @CsvSource({
    "50, km/h, 13.888889",
    "30, mph, 13.4112",
    "20, m/s, 20",
    "20, , 20",
    "no limit, , Infinity"
  })
  void speedLimitsKnowTheirUnits(String max, String unit, double expected) {
    String attribute = unit == null ? "" : " unit=\"" + unit + "\"";
    RoadMap map = Roads.parse(Roads.road(
        "",
        50.0,
        Roads.line(50.0),
        "<type s=\"0\" type=\"town\"><speed max=\"" + max + "\"" + attribute + "/></type>"));

    assertThat(map.lane("1:0:-1").speedLimitMps()).isCloseTo(expected, within(1e-5));
  }

  @Test
  void aLaneLimitGoesBeforeTheRoadLimit() {
    String road = Roads.road(
            "", 50.0, Roads.line(50.0), "<type s=\"0\" type=\"town\"><speed max=\"10\"/></type>")
        .replaceFirst(
            "<lane id=\"-1\" type=\"driving\">",
            "<lane id=\"-1\" type=\"driving\"><speed sOffset=\"20\" max=\"7\"/>");
    LaneSegment lane = Roads.parse(road).lane("1:0:-1");

    assertThat(lane.speedLimitMpsAt(10.0)).isEqualTo(10.0);
    assertThat(lane.speedLimitMpsAt(30.0)).isEqualTo(7.0);
  }

  @Test
  void elevationAndBankingLiftTheSurface() {
    RoadMap map = Roads.parse(
        Roads.road(
            "",
            50.0,
            Roads.line(50.0),
            "<elevationProfile><elevation s=\"0\" a=\"1\" b=\"0.1\" c=\"0\" d=\"0\"/></elevationProfile>"
                + "<lateralProfile><superelevation s=\"0\" a=\"0.05\" b=\"0\" c=\"0\" d=\"0\"/></lateralProfile>"));
    double grade = StrictMath.atan(0.1);

    assertThat(map.fromRoad("1", 20.0, 0.0).z()).isCloseTo(3.0, within(1e-12));
    assertThat(map.fromRoad("1", 20.0, 0.0).pitch()).isCloseTo(-grade, within(1e-12));
    double lift = 4.0 * StrictMath.sin(0.05) * StrictMath.cos(grade);
    assertThat(map.fromRoad("1", 20.0, 4.0).z()).isCloseTo(3.0 + lift, within(1e-12));
    assertThat(map.fromRoad("1", 20.0, 4.0).roll()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void repeatedAndOutlinedObjectsBecomePlacedBoxes() {
    List<MapObject> objects =
        Roads.parse(Roads.road("", 50.0, Roads.line(50.0), """
        <objects>
        <object id="p" type="pole" s="0" t="8" zOffset="0" radius="0.1" height="4">
          <repeat s="5" length="40" distance="10" tStart="8" tEnd="8" heightStart="4" heightEnd="4" zOffsetStart="0" zOffsetEnd="0"/></object>
        <object id="g" type="barrier" s="0" t="-8" width="0.3" height="0.8">
          <repeat s="0" length="50" distance="0" tStart="-8" tEnd="-8" heightStart="0.8" heightEnd="0.8" zOffsetStart="0" zOffsetEnd="0"/></object>
        <object id="c" type="crosswalk" s="25" t="0" hdg="0"><outline>
          <cornerLocal u="-2" v="-7" z="0"/><cornerLocal u="2" v="-7" z="0"/><cornerLocal u="2" v="7" z="0"/><cornerLocal u="-2" v="7" z="0"/>
        </outline></object>
        </objects>""")).objects();

    assertThat(objects).filteredOn(o -> o.id().equals("p")).hasSize(5);
    assertThat(objects)
        .filteredOn(o -> o.id().equals("g"))
        .hasSize(13)
        .allMatch(o -> o.kind() == ObjectKind.BARRIER && o.pose().y() == -8.0);
    assertThat(objects.stream()
            .filter(o -> o.id().equals("g"))
            .mapToDouble(o -> o.size().lengthM())
            .sum())
        .isCloseTo(50.0, within(1e-9));
    MapObject crosswalk = objects.get(objects.size() - 1);
    assertThat(crosswalk.size().lengthM()).isCloseTo(4.0, within(1e-12));
    assertThat(crosswalk.size().widthM()).isCloseTo(14.0, within(1e-12));
    assertThat(crosswalk.pose().x()).isCloseTo(25.0, within(1e-12));
  }

  @Test
  void brokenMarksAreDashesAndTypedLinesAreTakenAsWritten() {
    String mark = "<roadMark sOffset=\"0\" type=\"broken\" color=\"yellow\" width=\"0.15\">"
        + "<type name=\"x\" width=\"0.15\"><line length=\"4\" space=\"6\" tOffset=\"0\" sOffset=\"0\"/></type></roadMark>";
    String road = Roads.road("", 50.0, Roads.line(50.0), "")
        .replace(
            "<lane id=\"0\" type=\"none\"/>", "<lane id=\"0\" type=\"none\">" + mark + "</lane>");
    List<Marking> dashes = Roads.parse(road).markings(1.0).stream()
        .filter(marking -> marking.points().get(0).y() == 0.0)
        .toList();

    assertThat(dashes).hasSize(5);
    assertThat(dashes.get(2).points().get(0).x()).isCloseTo(20.0, within(1e-9));
    assertThat(dashes.get(2).points()).last().extracting(p -> p.x()).isEqualTo(24.0);
    assertThat(dashes.get(2).widthM()).isEqualTo(0.15);
  }

  @Test
  void bordersAreReadAsTheOuterEdge() {
    String road = Roads.road("", 50.0, Roads.line(50.0), "")
        .replace("<width sOffset=\"0\" a=\"3.5\"", "<border sOffset=\"0\" a=\"3.5\"")
        .replaceFirst("(?s)(lane id=\"2\".*?)a=\"3.5\"", "$1a=\"8\"");
    String mirrored = negateRightBorders(road);

    LaneSegment lane = Roads.parse(mirrored).lane("1:0:2");

    assertThat(lane.widthAt(10.0)).isCloseTo(4.5, within(1e-12));
    assertThat(lane.centerAt(10.0).y()).isCloseTo(5.75, within(1e-12));
  }

  private static String negateRightBorders(String road) {
    int right = road.indexOf("<right>");
    return road.substring(0, right) + road.substring(right).replace("a=\"3.5\"", "a=\"-3.5\"");
  }
}
