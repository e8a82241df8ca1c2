package io.camber.evaluation.drive;

import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Small maps with junctions, and one with a stop sign. All lanes are 3.5 m wide and lie right of their reference line. */
public final class TestRoads {
  /** Of the {@link #circuit()}. */
  public static final double CIRCUIT_RADIUS_M = 300.0;

  private TestRoads() {}

  /**
   * Eastwards along y = 0 to x = 100, from there straight on to x = 300 or in an arc of 10 m to the left and northwards along x =
   * 110.
   */
  public static RoadMap fork() {
    return map("""
        %s%s%s%s%s
        <junction id="10" name="">
          <connection id="0" incomingRoad="1" connectingRoad="2" contactPoint="start">
            <laneLink from="-1" to="-1"/>
          </connection>
          <connection id="1" incomingRoad="1" connectingRoad="3" contactPoint="start">
            <laneLink from="-1" to="-1"/>
          </connection>
        </junction>
        """.formatted(
            road(
                1,
                "-1",
                line(0, 0, 0, 100),
                100,
                "<successor elementType=\"junction\" elementId=\"10\"/>",
                ""),
            road(2, "10", line(100, 0, 0, 20), 20, from(1) + to(4), LINKED),
            road(3, "10", arc(100, 0, 0, 5 * Math.PI, 0.1), 5 * Math.PI, from(1) + to(5), LINKED),
            road(
                4,
                "-1",
                line(120, 0, 0, 180),
                180,
                "<predecessor elementType=\"junction\" elementId=\"10\"/>",
                ""),
            road(
                5,
                "-1",
                line(110, 10, Math.PI / 2, 100),
                100,
                "<predecessor elementType=\"junction\" elementId=\"10\"/>",
                "")));
  }

  /** Round the origin, all of one junction: four quarters with their inner edge at 10 m; and two lanes 2 m apart beside it. */
  public static RoadMap ring() {
    StringBuilder roads = new StringBuilder();
    double quarter = 5 * Math.PI;
    for (int i = 0; i < 4; i++) {
      double angle = i * Math.PI / 2;
      roads.append(road(
          i + 1,
          "10",
          arc(10 * Math.cos(angle), 10 * Math.sin(angle), angle + Math.PI / 2, quarter, 0.1),
          quarter,
          "",
          ""));
    }
    roads.append(road(5, "11", line(100, 0, 0, 30), 30, "", ""));
    roads.append(road(6, "11", line(100, 5.5, 0, 30), 30, "", ""));
    return map(roads + "<junction id=\"10\" name=\"\"/><junction id=\"11\" name=\"\"/>");
  }

  /** Left round the origin in two halves, its reference line at {@link #CIRCUIT_RADIUS_M}, from (radius, 0) on. */
  public static RoadMap circuit() {
    double half = Math.PI * CIRCUIT_RADIUS_M;
    double curvature = 1.0 / CIRCUIT_RADIUS_M;
    return map(road(
            1,
            "-1",
            arc(CIRCUIT_RADIUS_M, 0, Math.PI / 2, half, curvature),
            half,
            from(2) + to(2),
            LINKED)
        + road(
            2,
            "-1",
            arc(-CIRCUIT_RADIUS_M, 0, -Math.PI / 2, half, curvature),
            half,
            from(1) + to(1),
            LINKED));
  }

  /** Eastwards for 400 m along y = 0 with a stop sign at x = 200. */
  public static RoadMap stopSign() {
    String sign =
        "<signals><signal s=\"200\" t=\"-4\" id=\"stop\" name=\"\" dynamic=\"no\" orientation=\"+\""
            + " zOffset=\"2\" country=\"DE\" type=\"206\" subtype=\"-1\" value=\"-1\"/></signals>";
    return map(road(1, "-1", line(0, 0, 0, 400), 400, "", "").replace("</road>", sign + "</road>"));
  }

  private static final String LINKED =
      "<link><predecessor id=\"-1\"/><successor id=\"-1\"/></link>";

  private static String from(int road) {
    return "<predecessor elementType=\"road\" elementId=\"" + road + "\" contactPoint=\"end\"/>";
  }

  private static String to(int road) {
    return "<successor elementType=\"road\" elementId=\"" + road + "\" contactPoint=\"start\"/>";
  }

  private static String line(double x, double y, double yaw, double length) {
    return geometry(x, y, yaw, length, "<line/>");
  }

  private static String arc(double x, double y, double yaw, double length, double curvature) {
    return geometry(x, y, yaw, length, "<arc curvature=\"" + curvature + "\"/>");
  }

  private static String geometry(double x, double y, double yaw, double length, String shape) {
    return String.format(
        Locale.ROOT,
        "<geometry s=\"0\" x=\"%.9f\" y=\"%.9f\" hdg=\"%.12f\" length=\"%.12f\">%s</geometry>",
        x,
        y,
        yaw,
        length,
        shape);
  }

  private static String road(
      int id, String junction, String geometry, double length, String links, String laneLinks) {
    return String.format(Locale.ROOT, """
        <road name="" length="%.12f" id="%d" junction="%s">
          <link>%s</link>
          <type s="0" type="town"><speed max="20" unit="m/s"/></type>
          <planView>%s</planView>
          <lanes>
            <laneSection s="0">
              <center><lane id="0" type="none" level="false"/></center>
              <right>
                <lane id="-1" type="driving" level="false">
                  %s<width sOffset="0" a="3.5" b="0" c="0" d="0"/>
                </lane>
              </right>
            </laneSection>
          </lanes>
        </road>
        """, length, id, junction, links, geometry, laneLinks);
  }

  private static RoadMap map(String content) {
    String xml =
        "<?xml version=\"1.0\"?><OpenDRIVE><header revMajor=\"1\" revMinor=\"6\" name=\"small\"/>"
            + content
            + "</OpenDRIVE>";
    return RoadMap.parse("small.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
