package io.camber.map.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.TestData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Verdicts on published rule files: a file that breaks a rule must be found by that rule, its sound twin must not. The table
 * and the findings on the published maps stand in docs/map-rules.md, which these tests compare with what they measure.
 */
class PublishedFilesTest {
  private static final Path DOCUMENT = Path.of("../../docs/map-rules.md");
  private static final Pattern NUMBERED = Pattern.compile("rule_(\\d+)_.*");

  /** Rules that files name only by their number or folder. */
  private static final Map<String, String> RULE_OF = Map.ofEntries(
      Map.entry("fileheader_is_present", MapCheck.HEADER),
      Map.entry("root_tag_is_opendrive", MapCheck.ROOT),
      Map.entry("valid_xml_document", MapCheck.XML),
      Map.entry("valid_schema", "asam.net:xodr:1.0.0:xml.valid_schema"),
      Map.entry(
          "performance_avoid_redundant_info",
          "asam.net:xodr:1.7.0:performance.avoid_redundant_info"),
      Map.entry("road_geometry_contact_point", "asam.net:xodr:1.7.0:road.geometry.contact_point"),
      Map.entry(
          "road_geometry_param_poly3_length_match",
          "asam.net:xodr:1.7.0:road.geometry.parampoly3.length_match"),
      Map.entry(
          "road_geometry_parampoly3_arclength_range",
          "asam.net:xodr:1.7.0:road.geometry.parampoly3.arclength_range"),
      Map.entry(
          "road_lane_access_no_mix_of_deny_or_allow",
          "asam.net:xodr:1.7.0:road.lane.access.no_mix_of_deny_or_allow"),
      Map.entry(
          "road_lane_border_overlap_with_inner_lanes",
          "asam.net:xodr:1.4.0:road.lane.border.overlap_with_inner_lanes"),
      Map.entry(
          "road_lane_level_true_one_side_lanesection",
          "asam.net:xodr:1.7.0:road.lane.level_true_one_side"),
      Map.entry(
          "road_lane_level_true_one_side_road",
          "asam.net:xodr:1.7.0:road.lane.level_true_one_side"),
      Map.entry(
          "road_linkage_is_junction_needed", "asam.net:xodr:1.4.0:road.linkage.is_junction_needed"),
      Map.entry(
          "smoothness_example",
          "asam.net:xodr:1.7.0:lane_smoothness.contact_point_no_horizontal_gaps"),
      Map.entry("104", "asam.net:xodr:1.4.0:road.lanes.lane_offset.no_offset_if_border_defined"),
      Map.entry("242", "asam.net:xodr:1.7.0:road.object.orientation"),
      Map.entry("247", "asam.net:xodr:1.9.0:road.object.outline.outline_followed_by_corner"),
      Map.entry("253", "asam.net:xodr:1.7.0:road.corner_road.element_min_amount"),
      Map.entry("267", "asam.net:xodr:1.8.0:road.object.skeleton.vertex_local.element_min_amount"),
      Map.entry("284", "asam.net:xodr:1.7.0:road.object.marking.no_cornerreference_if_no_outline"),
      Map.entry("285", "asam.net:xodr:1.7.0:road.object.borders.useCompleteOutline_true"),
      Map.entry("286", "asam.net:xodr:1.7.0:road.object.borders.useCompleteOutline_false"),
      Map.entry("305", "asam.net:xodr:1.8.0:road.object.attributes"),
      Map.entry("325", "asam.net:xodr:1.7.0:road.signal.reference.used_for_signals_only"),
      Map.entry("371", "asam.net:xodr:1.7.0:road.object.circular_vs_angular"),
      Map.entry("64", "asam.net:xodr:1.8.0:road.cross_section_surface.no_shape_superelevation"));

  private static String ruleOf(Path file) {
    Matcher numbered = NUMBERED.matcher(file.getFileName().toString());
    String key = numbered.matches()
        ? numbered.group(1)
        : file.getName(file.getNameCount() - 2).toString();
    return RULE_OF.getOrDefault(key, "");
  }

  private static CheckReport check(Path file) {
    try {
      return MapCheck.check(
          file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Counts of one rule. */
  private static final class Row {
    private int broken;
    private int found;
    private int sound;
    private int falseAlarms;
  }

  @Test
  void everyRuleFileGetsItsVerdict() throws IOException {
    Path folder = TestData.scenarios("negative/qc-opendrive");
    String index = Files.readString(TestData.scenarios("index.json"));
    Map<String, Row> rows = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int files = 0;
    for (Path file : TestData.files(folder, ".xodr")) {
      String rule = ruleOf(file);
      String expected = expected(index, folder.relativize(file).toString());
      CheckReport report = check(file);
      files++;
      if (expected.equals("?")) {
        continue;
      }
      boolean broken = expected.equals("invalid");
      boolean found =
          report.findings().stream().anyMatch(finding -> finding.rule().equals(rule));
      Row row = rows.computeIfAbsent(rule, id -> new Row());
      row.broken += broken ? 1 : 0;
      row.found += broken && found ? 1 : 0;
      row.sound += broken ? 0 : 1;
      row.falseAlarms += !broken && found ? 1 : 0;
      if (broken != found) {
        wrong.add(file.getFileName() + " " + report.findings());
      }
    }
    String table = table(rows);
    System.out.println(table);

    assertThat(files).isEqualTo(109);
    assertThat(wrong).isEmpty();
    assertThat(Files.readString(DOCUMENT)).contains(table);
  }

  private static String expected(String index, String path) {
    int at = index.indexOf("\"negative/qc-opendrive/" + path + "\"");
    Matcher verdict = Pattern.compile("\"expected\": ?\"([^\"]*)\"").matcher(index);
    assertThat(verdict.find(at)).as(path).isTrue();
    return verdict.group(1);
  }

  private static String table(Map<String, Row> rows) {
    StringBuilder table = new StringBuilder(
        "| rule | broken files | found | missed | sound files | false alarms |\n|---|---|---|---|---|---|\n");
    rows.forEach((rule, row) -> table
        .append("| `" + rule + "` | " + row.broken + " | " + row.found)
        .append(" | " + (row.broken - row.found) + " | " + row.sound + " | " + row.falseAlarms)
        .append(" |\n"));
    return table.toString();
  }

  @Test
  void errorsOnThePublishedMapsAreThoseTheDocumentProves() throws IOException {
    Path folder = TestData.scenarios("maps");
    StringBuilder table =
        new StringBuilder("| map | rule | errors | first line |\n|---|---|---|---|\n");
    for (Path file : TestData.files(folder, ".xodr")) {
      Map<String, List<Finding>> errors = new TreeMap<>();
      check(file).findings().stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .forEach(finding ->
              errors.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
      errors.forEach((rule, found) -> table
          .append("| " + folder.relativize(file) + " | `" + rule + "` | " + found.size())
          .append(" | " + found.get(0).line() + " |\n"));
    }
    System.out.println(table);

    assertThat(Files.readString(DOCUMENT)).contains(table);
  }
}
