package io.camber.map.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.Roads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files, each broken in one place: the finding names the rule and the line. */
class MapCheckTest {
  private static CheckReport check(String xml) {
    return MapCheck.check("m.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String map(int minor, String body) {
    return "<OpenDRIVE>\n<header revMajor=\"1\" revMinor=\"" + minor + "\"/>\n" + body
        + "\n</OpenDRIVE>";
  }

  private static List<String> rules(CheckReport report) {
    return report.findings().stream()
        .map(finding -> finding.rule().replaceFirst("asam.net:xodr:", ""))
        .distinct()
        .toList();
  }

  private static String road() {
    return Roads.road("rule=\"RHT\"", 50.0, Roads.line(50.0), """
        <objects>
        <object id="o" type="barrier" s="1" t="1" orientation="none" length="1" width="1" height="1"/>
        </objects>
        <signals>
        <signal id="s" s="1" t="1" dynamic="yes" orientation="+" type="1000001"/>
        <signalReference id="s" s="2" t="1" orientation="+"/>
        </signals>""");
  }

  @Test
  void aSoundFileHasNoFindings() {
    assertThat(check(map(8, road())).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<line/>|<line/><arc curvature=\"0.1\"/>|1.7.0:road.geometry.one_geom_elem_per_spec|4",
        "orientation=\"none\" length|length|1.7.0:road.object.orientation|6",
        "length=\"1\" width|radius=\"1\" width|1.7.0:road.object.circular_vs_angular|6",
        "height=\"1\"/>|height=\"1\"><outline id=\"1\"/></object>|1.9.0:road.object.outline.outline_followed_by_corner|6",
        "height=\"1\"/>|height=\"1\"><outline><cornerLocal u=\"1\" v=\"1\"/></outline></object>|1.7.0:road.corner_local.element_min_amount|6",
        "height=\"1\"/>|height=\"1\"><skeleton><polyline id=\"1\"/></skeleton></object>|1.8.0:road.object.skeleton.polyline_followed_by_vertex|6",
        "height=\"1\"/>|height=\"1\"><skeleton><polyline><vertexRoad s=\"1\" t=\"1\" dz=\"0\"/></polyline></skeleton></object>|1.8.0:road.object.skeleton.vertex_road.element_min_amount|6",
        "height=\"1\"/>|height=\"1\"><parkingSpace access=\"all\"/></object>|1.8.0:road.object.attributes|6",
        "signalReference id=\"s\"|signalReference id=\"x\"|1.7.0:road.signal.reference.used_for_signals_only|10",
        "dynamic=\"yes\" orientation=\"+\" type=\"1000001\"|dynamic=\"no\" orientation=\"+\" type=\"multiBoard\"|1.8.0:road.signal.boards.multi_board_use_dynamic_true|9",
        "type=\"1000001\"|type=\"multiBoard\"|1.8.0:road.signal.boards.multi_board_have_sub_boards|9",
        "length=\"50.0\"|length=\"-1\"|1.0.0:xml.valid_schema|3",
        "x=\"0\"|x=\"NaN\"|1.0.0:xml.valid_schema|4",
        "x=\"0\"|x=\"inf\"|1.0.0:xml.valid_schema|4",
        "lane id=\"2\"|lane id=\"3\"|camber:readable|13"
      })
  void oneMistakeIsFoundByItsRuleAtItsLine(String good, String bad, String rule, int line) {
    assertThat(road()).contains(good);
    CheckReport report =
        check(map(8, road().replaceFirst(java.util.regex.Pattern.quote(good), bad)));

    assertThat(rules(report)).contains(rule);
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().endsWith(rule))
        .first()
        .extracting(Finding::line)
        .isEqualTo(line);
    assertThat(report.errors()).isPositive();
  }

  @Test
  void parametricCubicsMustStartAlongTheirHeading() {
    String poly =
        "<paramPoly3 aU=\"0\" bU=\"50\" cU=\"0\" dU=\"0\" aV=\"0\" bV=\"0\" cV=\"0\" dV=\"0\" pRange=\"normalized\"/>";
    String sound = map(7, road().replace("<line/>", poly));

    assertThat(check(sound).findings()).isEmpty();
    for (String bad : List.of("aU=\"1\"", "aV=\"1\"", "bV=\"1\"", "bU=\"-50\"")) {
      String broken = sound.replaceFirst(bad.substring(0, 3) + "\"[^\"]*\"", bad);

      assertThat(rules(check(broken))).contains("1.7.0:road.geometry.parampoly3.valid_parameters");
    }
  }

  @Test
  void aLaterRuleOnlyWarnsInAnOlderFile() {
    String poly =
        "<paramPoly3 aU=\"0\" bU=\"49\" cU=\"0\" dU=\"0\" aV=\"0\" bV=\"0\" cV=\"0\" dV=\"0\" pRange=\"normalized\"/>";
    String road = road().replace("<line/>", poly);

    assertThat(check(map(7, road)).errors()).isEqualTo(1);
    assertThat(check(map(4, road)).errors()).isZero();
    assertThat(check(map(4, road)).warnings()).isEqualTo(1);
  }

  @Test
  void geometryOutOfOrderIsFound() {
    String two = "<geometry s=\"30\" x=\"30\" y=\"0\" hdg=\"0\" length=\"20\"><line/></geometry>\n"
        + "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"30\"><arc curvature=\"0.001\"/></geometry>";

    assertThat(rules(check(map(4, Roads.road("", 50.0, two, "")))))
        .contains("1.4.0:road.geometry.elem_asc_order");
  }

  /** Two sections of one lane a side; the right lane of the second has the given width and links. */
  private static String sections(String width, String successor, String predecessor) {
    return """
        <road id="1" junction="-1" length="20"><planView>%s</planView><lanes>
        <laneSection s="0"><center><lane id="0"/></center><right><lane id="-1" type="driving">
        <link>%s</link><width sOffset="0" a="3" b="0" c="0" d="0"/></lane></right></laneSection>
        <laneSection s="10"><center><lane id="0"/></center><right><lane id="-1" type="driving">
        <link>%s</link><width sOffset="0" %s c="0" d="0"/></lane></right></laneSection>
        </lanes></road>""".formatted(Roads.line(20.0), successor, predecessor, width);
  }

  @Test
  void lanesAcrossSectionsAreLinkedFromBothSides() {
    String wide = "a=\"3\" b=\"0\"";
    String rule = "1.4.0:road.lane.link.lanes_across_lane_sections";

    assertThat(check(map(8, sections(wide, "<successor id=\"-1\"/>", "<predecessor id=\"-1\"/>")))
            .findings())
        .isEmpty();
    assertThat(rules(check(map(8, sections(wide, "<successor id=\"-1\"/>", "")))))
        .contains(rule);
    assertThat(rules(check(map(8, sections(wide, "", "<predecessor id=\"-1\"/>")))))
        .contains(rule);
    assertThat(rules(check(map(8, sections(wide, "<successor id=\"-2\"/>", "")))))
        .contains(rule);
  }

  @Test
  void aLaneThatAppearsContinuesNothing() {
    CheckReport report = check(map(
        8, sections("a=\"0\" b=\"0.3\"", "<successor id=\"-1\"/>", "<predecessor id=\"-1\"/>")));

    assertThat(rules(report))
        .contains(
            "1.7.0:road.lane.link.zero_width_at_start", "1.4.0:road.lane.link.new_lane_appear");
    assertThat(rules(check(map(8, sections("a=\"3\" b=\"-0.3\"", "", "")))))
        .doesNotContain("1.7.0:road.lane.link.zero_width_at_end");
  }

  /** A road into a junction, its connecting road, and the given connections. */
  private static String junction(String link, String connections) {
    String one = "<lanes><laneSection s=\"0\"><center><lane id=\"0\"/></center><right>"
        + "<lane id=\"-1\" type=\"driving\"><width sOffset=\"0\" a=\"3\" b=\"0\" c=\"0\" d=\"0\"/></lane>"
        + "</right></laneSection></lanes></road>";
    return "<road id=\"1\" junction=\"-1\" length=\"50\"><link>"
        + "<successor elementType=\"junction\" elementId=\"9\"/></link><planView>"
        + Roads.line(50.0) + "</planView>" + one
        + "<road id=\"2\" junction=\"9\" length=\"20\"><link>" + link + "</link><planView>"
        + Roads.line(20.0).replace("x=\"0\"", "x=\"50\"") + "</planView>" + one
        + "<junction id=\"9\">" + connections + "</junction>";
  }

  private static final String IN =
      "<predecessor elementType=\"road\" elementId=\"1\" contactPoint=\"end\"/>";

  private static String connection(String incoming, String contact, String lanes) {
    return "<connection id=\"0\" incomingRoad=\"" + incoming
        + "\" connectingRoad=\"2\" contactPoint=\"" + contact + "\">" + lanes + "</connection>";
  }

  private static final String LANES = "<laneLink from=\"-1\" to=\"-1\"/>";

  @Test
  void connectionsOfAJunctionObeyTheirRules() {
    String sound = connection("1", "start", LANES);

    assertThat(check(map(8, junction(IN, sound))).findings()).isEmpty();
    assertThat(rules(check(map(8, junction(IN, connection("2", "start", ""))))))
        .contains("1.4.0:junctions.connection.connect_road_no_incoming_road");
    assertThat(rules(check(map(7, junction(IN, sound + connection("3", "start", ""))))))
        .contains("1.7.0:junctions.connection.one_connection_element");
    assertThat(rules(check(map(8, junction(IN, sound + sound)))))
        .contains("1.8.0:junctions.connection.one_link_to_incoming");
    assertThat(rules(check(map(8, junction(IN, connection("1", "end", ""))))))
        .contains("1.7.0:junctions.connection.end_opposite_linkage");
    assertThat(rules(check(map(8, junction(IN.replace("predecessor", "successor"), sound)))))
        .contains("1.7.0:junctions.connection.start_along_linkage");
    assertThat(rules(check(map(8, junction(IN, sound + "<priority high=\"2\"/>")))))
        .contains("1.8.0:junctions.priority.high_and_low_attr");
  }

  @Test
  void aGapAtAJunctionIsFound() {
    String shifted =
        junction(IN, connection("1", "start", LANES)).replace("x=\"50\"", "x=\"50.02\"");

    assertThat(rules(check(map(8, shifted))))
        .contains("1.7.0:lane_smoothness.contact_point_no_horizontal_gaps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<header revMajor=\"1\"/>",
        "<header revMinor=\"1\"/>",
        "<header revMajor=\"one\" revMinor=\"4\"/>",
        "<header revMajor=\"1\" revMinor=\"-4\"/>"
      })
  void theVersionMustBeThere(String header) {
    assertThat(rules(check("<OpenDRIVE>" + header + road() + "</OpenDRIVE>")))
        .containsExactly("1.0.0:xml.version_is_defined");
  }

  @Test
  void everyTruncationIsOneFindingOfXml() {
    String xml = map(8, road());
    for (int length = 0; length < xml.length(); length += 13) {
      assertThat(rules(check(xml.substring(0, length))))
          .containsExactly("1.0.0:xml.valid_xml_document");
    }
  }

  @Test
  void findingsReadLikeACompilersMessages() {
    CheckReport report = check(map(8, road().replace("x=\"0\"", "x=\"NaN\"")));

    assertThat(report.findings().get(0))
        .hasToString(
            "m.xodr:4: error: <geometry> x=\"NaN\" is not a finite number [asam.net:xodr:1.0.0:xml.valid_schema]");
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(MapCheck.rules()).doesNotHaveDuplicates().hasSizeGreaterThan(45);
  }
}
