package io.camber.map;

/**
 * A small junction for tests: road 1 comes from the west and ends at x = 100; road 2 goes on east from x = 120, road 3 north.
 * Connecting roads 10 (straight) and 11 (left) carry one eastbound lane each; a light counts on both, a yield sign on 11.
 */
public final class Crossing {
  private static final String SIGNALS = """
      <signals><signalReference id="L" s="0" t="0" orientation="%s"><validity fromLane="-1" toLane="-1"/></signalReference>%s</signals>""";

  private Crossing() {}

  public static RoadMap map() {
    return map("+");
  }

  /** The junction with the light's references oriented as given. */
  public static RoadMap map(String orientation) {
    return Roads.parse(
        road(
                "1",
                -1,
                "x=\"0\" y=\"0\" hdg=\"0\"",
                100.0,
                "<line/>",
                "<successor elementType=\"junction\" elementId=\"9\"/>",
                twoWay(),
                "<signals>"
                    + "<signal id=\"L\" s=\"98\" t=\"-5\" zOffset=\"3\" dynamic=\"yes\" type=\"1000001\" orientation=\"+\" hOffset=\"3.14159\">"
                    + "<validity fromLane=\"0\" toLane=\"0\"/></signal></signals>")
            + road(
                "2",
                -1,
                "x=\"120\" y=\"0\" hdg=\"0\"",
                80.0,
                "<line/>",
                "<predecessor elementType=\"junction\" elementId=\"9\"/>",
                twoWay(),
                "")
            + road(
                "3",
                -1,
                "x=\"112\" y=\"12\" hdg=\"1.5707963267948966\"",
                80.0,
                "<line/>",
                "<predecessor elementType=\"junction\" elementId=\"9\"/>",
                twoWay(),
                "")
            + road(
                "10",
                9,
                "x=\"100\" y=\"0\" hdg=\"0\"",
                20.0,
                "<line/>",
                links("2"),
                connecting(),
                SIGNALS.formatted(orientation, ""))
            + road(
                "11",
                9,
                "x=\"100\" y=\"0\" hdg=\"0\"",
                12.0 * Math.PI / 2.0,
                "<arc curvature=\"0.08333333333333333\"/>",
                links("3"),
                connecting(),
                SIGNALS.formatted(
                    orientation,
                    "<signal id=\"Y\" s=\"0\" t=\"-5\" type=\"205\" orientation=\"+\"><validity fromLane=\"-1\" toLane=\"-1\"/></signal>"))
            + "<junction id=\"9\" name=\"crossing\">" + connection("0", "10")
            + connection("1", "11")
            + "<controller id=\"C\"/></junction><controller id=\"C\"><control signalId=\"L\"/></controller>");
  }

  private static String connection(String id, String road) {
    return "<connection id=\"" + id + "\" incomingRoad=\"1\" connectingRoad=\"" + road
        + "\" contactPoint=\"start\"><laneLink from=\"-1\" to=\"-1\"/></connection>";
  }

  private static String links(String successor) {
    return "<predecessor elementType=\"road\" elementId=\"1\" contactPoint=\"end\"/>"
        + "<successor elementType=\"road\" elementId=\"" + successor
        + "\" contactPoint=\"start\"/>";
  }

  private static String twoWay() {
    return "<left>" + Roads.lane(1, 3.5)
        + "</left><center><lane id=\"0\" type=\"none\"/></center><right>" + Roads.lane(-1, 3.5)
        + "</right>";
  }

  private static String connecting() {
    return "<center><lane id=\"0\" type=\"none\"/></center><right>"
        + Roads.lane(-1, 3.5, "<predecessor id=\"-1\"/><successor id=\"-1\"/>", "none")
        + "</right>";
  }

  private static String road(
      String id,
      int junction,
      String start,
      double length,
      String shape,
      String link,
      String lanes,
      String more) {
    return "<road id=\"" + id + "\" junction=\"" + junction + "\" length=\"" + length + "\"><link>"
        + link
        + "</link><planView><geometry s=\"0\" " + start + " length=\"" + length + "\">" + shape
        + "</geometry></planView><lanes><laneSection s=\"0\">" + lanes + "</laneSection></lanes>"
        + more
        + "</road>\n";
  }
}
