package io.camber.planning;

import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Small road networks, written as OpenDRIVE. Lanes are 3.5 m wide; lane -1 lies directly right of the reference line. */
final class TestRoads {
  static final double LANE_M = 3.5;

  private TestRoads() {}

  /** One road from the origin along a heading, lanes on its right only. */
  static RoadMap straight(int lanes, double lengthM, double limitMps, double heading) {
    String geometry = geometry(0.0, 0.0, 0.0, heading, lengthM, "<line/>");
    return parse(road("1", lengthM, "-1", geometry, "", limitMps, 0, lanes, ""));
  }

  /** 100 m straight, then an arc, then 100 m straight; one lane each way. */
  static RoadMap bend(double radiusM, double angle, double limitMps, double heading) {
    double arc = Math.abs(radiusM * angle);
    double length = 400.0 + arc;
    double c = Math.cos(heading);
    double s = Math.sin(heading);
    double bx = 200.0 * c;
    double by = 200.0 * s;
    double turned = heading + angle;
    double ex = bx + radiusM * (Math.sin(turned) - s);
    double ey = by + radiusM * (-Math.cos(turned) + c);
    String geometry = geometry(0.0, 0.0, 0.0, heading, 200.0, "<line/>")
        + geometry(200.0, bx, by, heading, arc, "<arc curvature=\"" + 1.0 / radiusM + "\"/>")
        + geometry(200.0 + arc, ex, ey, turned, 200.0, "<line/>");
    return parse(road("1", length, "-1", geometry, "", limitMps, 1, 1, ""));
  }

  /** 400 m, one lane each way, with a traffic light at 200 m for lane -1. */
  static RoadMap withLight(double heading) {
    String signals = "<signals><signal s=\"200\" t=\"-4\" id=\"L1\" name=\"light\" dynamic=\"yes\""
        + " orientation=\"+\" zOffset=\"4\" country=\"OpenDRIVE\" type=\"1000001\" subtype=\"-1\""
        + " value=\"-1\" height=\"1\" width=\"0.4\"/></signals>";
    String geometry = geometry(0.0, 0.0, 0.0, heading, 400.0, "<line/>");
    return parse(road("1", 400.0, "-1", geometry, "", 14.0, 1, 1, signals));
  }

  /** Roads W (to x=-10), E (from x=10) and N (from y=10) meet at the origin: straight through both ways, and left W to N. */
  static RoadMap crossing() {
    String west = geometry(0.0, -200.0, 0.0, 0.0, 190.0, "<line/>");
    String east = geometry(0.0, 10.0, 0.0, 0.0, 190.0, "<line/>");
    String north = geometry(0.0, 0.0, 10.0, 0.5 * Math.PI, 190.0, "<line/>");
    String through = geometry(0.0, -10.0, 0.0, 0.0, 20.0, "<line/>");
    double arc = 0.5 * Math.PI * 10.0;
    String left = geometry(0.0, -10.0, 0.0, 0.0, arc, "<arc curvature=\"0.1\"/>");
    String body = road("1", 190.0, "-1", west, link("", junction()), 14.0, 1, 1, "")
        + road("2", 190.0, "-1", east, link(junctionBefore(), ""), 14.0, 1, 1, "")
        + road("3", 190.0, "-1", north, link(junctionBefore(), ""), 14.0, 1, 1, "")
        + road("10", 20.0, "100", through, between("1", "end", "2", "start"), 14.0, 1, 1, "")
        + road("11", arc, "100", left, between("1", "end", "3", "start"), 14.0, 0, 1, "")
        + "<junction id=\"100\" name=\"x\">"
        + connection(0, "1", "10", "start", -1)
        + connection(1, "2", "10", "end", 1)
        + connection(2, "1", "11", "start", -1)
        + "</junction>";
    return parse(body);
  }

  private static String connection(int id, String from, String via, String contact, int lane) {
    return "<connection id=\"" + id + "\" incomingRoad=\"" + from + "\" connectingRoad=\"" + via
        + "\" contactPoint=\"" + contact + "\"><laneLink from=\"" + lane + "\" to=\"" + lane
        + "\"/></connection>";
  }

  private static String junction() {
    return "<successor elementType=\"junction\" elementId=\"100\"/>";
  }

  private static String junctionBefore() {
    return "<predecessor elementType=\"junction\" elementId=\"100\"/>";
  }

  private static String link(String before, String after) {
    return "<link>" + before + after + "</link>";
  }

  private static String between(String a, String aEnd, String b, String bEnd) {
    return link(
        "<predecessor elementType=\"road\" elementId=\"" + a + "\" contactPoint=\"" + aEnd + "\"/>",
        "<successor elementType=\"road\" elementId=\"" + b + "\" contactPoint=\"" + bEnd + "\"/>");
  }

  private static String geometry(
      double s, double x, double y, double hdg, double length, String shape) {
    return String.format(
        Locale.ROOT,
        "<geometry s=\"%.12f\" x=\"%.12f\" y=\"%.12f\" hdg=\"%.15f\" length=\"%.12f\">%s</geometry>",
        s,
        x,
        y,
        hdg,
        length,
        shape);
  }

  private static String road(
      String id,
      double length,
      String junction,
      String geometry,
      String link,
      double limitMps,
      int lanesLeft,
      int lanesRight,
      String signals) {
    StringBuilder lanes = new StringBuilder();
    if (lanesLeft > 0) {
      lanes.append("<left>");
      for (int i = lanesLeft; i >= 1; i--) {
        lanes.append(lane(i, junction));
      }
      lanes.append("</left>");
    }
    lanes.append("<center><lane id=\"0\" type=\"none\" level=\"false\"/></center><right>");
    for (int i = 1; i <= lanesRight; i++) {
      lanes.append(lane(-i, junction));
    }
    lanes.append("</right>");
    return "<road name=\"\" length=\"" + length + "\" id=\"" + id + "\" junction=\"" + junction
        + "\">" + link + "<type s=\"0\" type=\"town\"><speed max=\"" + limitMps
        + "\" unit=\"m/s\"/></type><planView>" + geometry
        + "</planView><lanes><laneSection s=\"0\">"
        + lanes + "</laneSection></lanes>" + signals + "</road>";
  }

  private static String lane(int id, String junction) {
    String link = junction.equals("-1")
        ? ""
        : "<link><predecessor id=\"" + id + "\"/><successor id=\"" + id + "\"/></link>";
    return "<lane id=\"" + id + "\" type=\"driving\" level=\"false\">" + link
        + "<width sOffset=\"0\" a=\"" + LANE_M + "\" b=\"0\" c=\"0\" d=\"0\"/>"
        + "<roadMark sOffset=\"0\" type=\"broken\" color=\"white\" width=\"0.12\"/></lane>";
  }

  private static RoadMap parse(String body) {
    String xml =
        "<?xml version=\"1.0\"?><OpenDRIVE><header revMajor=\"1\" revMinor=\"6\" name=\"t\""
            + " version=\"1\"/>" + body + "</OpenDRIVE>";
    return RoadMap.parse("test.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
