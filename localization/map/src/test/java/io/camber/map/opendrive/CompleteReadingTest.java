package io.camber.map.opendrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.Roads;
import io.camber.map.road.CrossPath;
import io.camber.map.road.Junction;
import io.camber.map.road.JunctionKind;
import io.camber.map.road.JunctionPriority;
import io.camber.map.road.LaneRange;
import io.camber.map.road.MapObject;
import io.camber.map.road.Orientation;
import io.camber.map.road.ParkingSpace;
import io.camber.map.road.RoadStructure;
import io.camber.map.road.UserData;
import io.camber.map.road.VirtualSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the standard lets a road say beyond lanes and lines. */
class CompleteReadingTest {
  private static RoadMap road(String more) {
    return Roads.parse(Roads.road("", 50.0, Roads.line(50.0), more));
  }

  private static LaneSegment innerLaneWith(String content) {
    String road = Roads.road("", 50.0, Roads.line(50.0), "")
        .replace(
            "<lane id=\"-1\" type=\"driving\">", "<lane id=\"-1\" type=\"driving\">" + content);
    return Roads.parse(road).lane("1:0:-1");
  }

  @Test
  void crossfallLetsEachSideFallOutwardsByItsAngle() {
    RoadMap map = road(
        "<lateralProfile>"
            + "<crossfall side=\"left\" s=\"0\" a=\"0.02\" b=\"0.001\" c=\"0\" d=\"0\"/>"
            + "<crossfall side=\"right\" s=\"0\" a=\"0.03\" b=\"0\" c=\"0\" d=\"0\"/></lateralProfile>");

    assertThat(map.fromRoad("1", 20.0, 3.0).z())
        .isCloseTo(-3.0 * StrictMath.tan(0.02 + 0.001 * 20.0), within(1e-12));
    assertThat(map.fromRoad("1", 20.0, -4.0).z())
        .isCloseTo(-4.0 * StrictMath.tan(0.03), within(1e-12));
    assertThat(map.fromRoad("1", 20.0, 0.0).z()).isZero();
    assertThat(map.fromRoad("1", 20.0, -4.0).roll()).isCloseTo(0.03, within(1e-9));
  }

  @Test
  void crossfallOfBothSidesIsSymmetric() {
    RoadMap map = road("<lateralProfile>"
        + "<crossfall side=\"both\" s=\"0\" a=\"0.05\" b=\"0\" c=\"0\" d=\"0\"/></lateralProfile>");

    assertThat(map.fromRoad("1", 10.0, 2.0).z())
        .isEqualTo(map.fromRoad("1", 10.0, -2.0).z())
        .isCloseTo(-2.0 * StrictMath.tan(0.05), within(1e-12));
  }

  @Test
  void lateralShapeInterpolatesLinearlyBetweenItsStations() {
    RoadMap map = road("<lateralProfile>"
        + "<shape s=\"0\" t=\"-8\" a=\"0\" b=\"0\" c=\"0.01\" d=\"0\"/>"
        + "<shape s=\"50\" t=\"-8\" a=\"1\" b=\"0\" c=\"0\" d=\"0\"/></lateralProfile>");
    double first = 0.01 * 11.0 * 11.0;

    assertThat(map.fromRoad("1", 0.0, 3.0).z()).isCloseTo(first, within(1e-12));
    assertThat(map.fromRoad("1", 20.0, 3.0).z())
        .isCloseTo(first + 0.4 * (1.0 - first), within(1e-12));
  }

  @Test
  void poly3IsTheGraphOfItsCubicByArcLength() {
    double length = 30.0;
    String poly = "<geometry s=\"0\" x=\"1\" y=\"2\" hdg=\"0\" length=\"" + length
        + "\"><poly3 a=\"0\" b=\"0\" c=\"0.01\" d=\"0\"/></geometry>";
    RoadMap map = Roads.parse(Roads.road("", length, poly, ""));
    double u = map.fromRoad("1", length, 0.0).x() - 1.0;
    // Arc length of y = c x^2 from 0 to u in closed form.
    double slope = 0.02 * u;
    double root = StrictMath.sqrt(1.0 + slope * slope);
    double arc = 0.5 * u * root + StrictMath.log(slope + root) / (2.0 * 0.02);

    assertThat(arc).isCloseTo(length, within(1e-9));
    assertThat(map.fromRoad("1", length, 0.0).y() - 2.0).isCloseTo(0.01 * u * u, within(1e-9));
  }

  @Test
  void bothParameterRangesDescribeTheSameCurve() {
    String geometry =
        "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"40\"><paramPoly3 aU=\"0\" bU=\"%s\""
            + " cU=\"0\" dU=\"0\" aV=\"0\" bV=\"0\" cV=\"%s\" dV=\"0\" pRange=\"%s\"/></geometry>";
    RoadMap unit =
        Roads.parse(Roads.road("", 40.0, geometry.formatted("40", "1.6", "normalized"), ""));
    RoadMap arc =
        Roads.parse(Roads.road("", 40.0, geometry.formatted("1", "0.001", "arcLength"), ""));

    for (double s = 0.0; s <= 40.0; s += 8.0) {
      assertThat(unit.fromRoad("1", s, 0.0).y())
          .isCloseTo(arc.fromRoad("1", s, 0.0).y(), within(1e-9));
    }
    assertThat(arc.fromRoad("1", 40.0, 0.0).y()).isCloseTo(1.6, within(1e-9));
  }

  @Test
  void materialsHoldUntilTheNextOne() {
    LaneSegment lane =
        innerLaneWith("<material sOffset=\"0\" surface=\"asphalt\" friction=\"0.9\"/>"
            + "<material sOffset=\"20\" surface=\"gravel\" friction=\"0.5\" roughness=\"0.02\"/>");

    assertThat(lane.materialAt(10.0).orElseThrow().frictionCoefficient()).isEqualTo(0.9);
    assertThat(lane.materialAt(30.0).orElseThrow().surface()).isEqualTo("gravel");
    assertThat(lane.materialAt(30.0).orElseThrow().roughnessM()).isEqualTo(0.02);
  }

  @Test
  void accessNamesThoseAllowedOrThoseDeniedInEitherSpelling() {
    LaneSegment bus = innerLaneWith(
        "<access sOffset=\"0\" rule=\"allow\" restriction=\"bus\"/>"
            + "<access sOffset=\"0\" rule=\"allow\" restriction=\"bicycle\"/>"
            + "<access sOffset=\"30\" rule=\"deny\"><restriction type=\"truck\"/><restriction type=\"bus\"/></access>");

    assertThat(bus.permits("bus", 10.0)).isTrue();
    assertThat(bus.permits("bicycle", 10.0)).isTrue();
    assertThat(bus.permits("passengerCar", 10.0)).isFalse();
    assertThat(bus.permits("bus", 40.0)).isFalse();
    assertThat(bus.permits("passengerCar", 40.0)).isTrue();
  }

  @Test
  void tunnelsAndBridgesCoverTheirStretchAndLanes() {
    List<RoadStructure> structures =
        road("<objects><tunnel s=\"5\" length=\"10\" id=\"t\" type=\"standard\"/>"
                + "<bridge s=\"20\" length=\"10\" id=\"b\" name=\"B\" type=\"concrete\"><validity fromLane=\"-2\" toLane=\"-1\"/></bridge></objects>")
            .roads()
            .get(0)
            .structures();

    assertThat(structures).extracting(RoadStructure::id).containsExactly("t", "b");
    assertThat(structures.get(0).covers(1, 14.9)).isTrue();
    assertThat(structures.get(0).covers(1, 15.1)).isFalse();
    assertThat(structures.get(1).covers(-1, 25.0)).isTrue();
    assertThat(structures.get(1).covers(1, 25.0)).isFalse();
  }

  @Test
  void userDataIsKeptWithItsOwnerAndContent() {
    RoadMap map = road("<userData code=\"c\" value=\"v\"><a b=\"1 &lt; 2\"><d/></a></userData>");

    assertThat(map.userData())
        .containsExactly(new UserData("road 1", "c", "v", "<a b=\"1 &lt; 2\"><d></d></a>"));
    assertThat(map.warnings()).isEmpty();
  }

  private static Junction junction(String xml) {
    return Roads.parse(Roads.road("", 50.0, Roads.line(50.0), "") + xml)
        .junctions()
        .get(0);
  }

  @Test
  void prioritiesAndCrossPathsOfAJunctionAreRead() {
    Junction junction = junction(
        "<junction id=\"7\" type=\"common\"><priority high=\"1\" low=\"2\"/>"
            + "<crossPath id=\"x\" crossingRoad=\"9\" roadAtStart=\"1\" roadAtEnd=\"2\">"
            + "<startLaneLink s=\"12.5\" from=\"-3\" to=\"-1\"/><endLaneLink s=\"3\" from=\"4\" to=\"1\"/></crossPath></junction>");

    assertThat(junction.kind()).isEqualTo(JunctionKind.DEFAULT);
    assertThat(junction.priorities())
        .containsExactly(new JunctionPriority(Optional.of("1"), Optional.of("2")));
    assertThat(junction.crossPaths())
        .containsExactly(new CrossPath(
            "x",
            "9",
            List.of(new CrossPath.End("1", 12.5, -3, -1), new CrossPath.End("2", 3.0, 4, 1))));
  }

  @Test
  void virtualJunctionsKnowTheirStretchOfTheMainRoad() {
    Junction junction = junction(
        "<junction id=\"7\" type=\"virtual\" mainRoad=\"1\" sStart=\"10\" sEnd=\"20\" orientation=\"+\"/>");

    assertThat(junction.kind()).isEqualTo(JunctionKind.VIRTUAL);
    assertThat(junction.span()).contains(new VirtualSpan("1", 10.0, 20.0, Orientation.FORWARD));
  }

  /** Road 1 runs east; road 5 leaves its right lane at s = 20 by a virtual junction, and road 6 comes back at s = 40. */
  private static RoadMap entrance() {
    String side = "<lanes><laneSection s=\"0\"><center><lane id=\"0\"/></center><right>"
        + "<lane id=\"-1\" type=\"driving\"><link>%s</link><width sOffset=\"0\" a=\"3\" b=\"0\" c=\"0\" d=\"0\"/></lane>"
        + "</right></laneSection></lanes></road>";
    String out =
        "<road id=\"5\" junction=\"7\" length=\"10\"><link><predecessor elementType=\"road\" elementId=\"1\""
            + " elementS=\"20\" elementDir=\"+\"/></link><planView>"
            + Roads.line(10.0).replace("x=\"0\" y=\"0\"", "x=\"20\" y=\"-3\"") + "</planView>"
            + side.formatted("<predecessor id=\"-2\"/>");
    String back =
        "<road id=\"6\" junction=\"7\" length=\"10\"><link><successor elementType=\"road\" elementId=\"1\""
            + " elementS=\"40\" elementDir=\"+\"/></link><planView>"
            + Roads.line(10.0).replace("x=\"0\" y=\"0\"", "x=\"30\" y=\"-3\"") + "</planView>"
            + side.formatted("<successor id=\"-2\"/>");
    String mark = Roads.road("", 50.0, Roads.line(50.0), "")
        .replace(
            "<roadMark sOffset=\"0\" type=\"broken\"/>",
            "<roadMark sOffset=\"0\" type=\"solid\"/>");
    return Roads.parse(mark + out + back
        + "<junction id=\"7\" type=\"virtual\" mainRoad=\"1\" sStart=\"20\" sEnd=\"40\"/>");
  }

  @Test
  void lanesLeaveAndEnterTheMiddleOfTheMainRoad() {
    RoadMap map = entrance();

    assertThat(map.lane("1:0:-2").successors()).containsExactlyInAnyOrder("1:1:-2", "5:0:-1");
    assertThat(map.lane("5:0:-1").predecessors()).containsExactly("1:0:-2");
    assertThat(map.lane("6:0:-1").successors()).containsExactly("1:2:-2");
    assertThat(map.lane("1:2:-2").predecessors()).containsExactlyInAnyOrder("1:1:-2", "6:0:-1");
    assertThat(map.lane("1:1:2").successors()).containsExactly("1:0:2");
    assertThat(map.warnings()).isEmpty();
  }

  @Test
  void cuttingTheMainRoadMovesAndPaintsNothingTwice() {
    RoadMap map = entrance();
    RoadMap whole = Roads.parse(Roads.road("", 50.0, Roads.line(50.0), ""));

    for (double s = 1.0; s < 50.0; s += 7.0) {
      assertThat(map.fromLane("1", -2, s, 0.0)).isEqualTo(whole.fromLane("1", -2, s, 0.0));
    }
    double painted = map.markings(50.0).stream()
        .filter(marking -> marking.roadId().equals("1"))
        .mapToDouble(
            marking -> marking.points().get(marking.points().size() - 1).x()
                - marking.points().get(0).x())
        .sum();
    assertThat(painted).isCloseTo(4 * 50.0, within(1e-9));
  }

  @Test
  void parkingSpacesSayWhoMayUseThem() {
    MapObject space =
        road("<objects><object id=\"p\" type=\"parkingSpace\" s=\"5\" t=\"9\" length=\"5\" width=\"2.5\">"
                + "<validity fromLane=\"-2\" toLane=\"-2\"/><parkingSpace access=\"handicapped\" restrictions=\"8-18\"/></object></objects>")
            .objects()
            .get(0);

    assertThat(space.parking()).contains(new ParkingSpace("handicapped", "8-18"));
    assertThat(space.validity()).containsExactly(new LaneRange(-2, -2));
  }

  @Test
  void directJunctionsJoinLanesWithoutConnectingRoads() {
    String one = Roads.road("", 50.0, Roads.line(50.0), "")
        .replace(
            "<planView>",
            "<link><successor elementType=\"junction\" elementId=\"7\"/></link><planView>");
    String two = Roads.road("", 30.0, Roads.line(30.0).replace("x=\"0\"", "x=\"50\""), "")
        .replace("road id=\"1\"", "road id=\"2\"")
        .replace(
            "<planView>",
            "<link><predecessor elementType=\"junction\" elementId=\"7\"/></link><planView>");
    RoadMap map = Roads.parse(one + two
        + "<junction id=\"7\" type=\"direct\"><connection id=\"0\" incomingRoad=\"1\" linkedRoad=\"2\""
        + " contactPoint=\"start\"><laneLink from=\"-1\" to=\"-1\"/></connection></junction>");

    assertThat(map.junctions().get(0).kind()).isEqualTo(JunctionKind.DIRECT);
    assertThat(map.lane("1:0:-1").successors()).containsExactly("2:0:-1");
    assertThat(map.lane("1:0:-2").successors()).isEmpty();
  }

  @Test
  void railwaysArePassedOverByName() {
    assertThat(road("<railroad><switch id=\"1\"/></railroad>").warnings())
        .singleElement()
        .asString()
        .contains("<railroad> in <road> is not used");
  }

  @Test
  void absurdCountsAndTurnsAreRefusedOrBounded() {
    String lanes = IntStream.rangeClosed(1, 501)
        .mapToObj(i -> Roads.lane(-i, 0.01))
        .collect(Collectors.joining());
    String wide = "<road id=\"1\" junction=\"-1\" length=\"50\"><planView>" + Roads.line(50.0)
        + "</planView><lanes><laneSection s=\"0\"><center><lane id=\"0\"/></center><right>" + lanes
        + "</right></laneSection></lanes></road>";
    String spiral =
        "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"900000\"><spiral curvStart=\"0\" curvEnd=\"50\"/></geometry>";
    String repeat =
        "<object id=\"p\" type=\"pole\" s=\"0\" t=\"8\"><repeat s=\"0\" length=\"1e9\" distance=\"0.001\"/></object>";

    assertThatThrownBy(() -> Roads.parse(wide)).hasMessageContaining("501 lanes on the right");
    assertThatThrownBy(() -> Roads.parse(Roads.road("", 900_000.0, spiral, "")))
        .hasMessageContaining("goes round more than a thousand times");
    assertThat(road("<objects>" + repeat.repeat(30) + "</objects>").objects()).hasSize(200_000);
  }
}
