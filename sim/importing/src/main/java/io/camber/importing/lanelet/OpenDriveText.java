package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import io.camber.importing.lanelet.Links.Connection;
import io.camber.importing.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes strips and their links as OpenDRIVE 1.7. */
final class OpenDriveText {
  /** Length of a connecting road: its two roads meet in a point. */
  private static final double CONNECTOR_M = 0.005;

  /** Over ten metres less than a hundredth of a millimetre. */
  private static final double SLOPE_SAME = 1e-6;

  private static final int CONNECTOR_ID = 10_000;
  private static final int JUNCTION_ID = 20_000;

  private final String name;
  private final List<Strip> strips;
  private final Links links;
  private final XmlText xml = new XmlText();
  private int connectors;

  OpenDriveText(String name, List<Strip> strips, Links links) {
    this.name = name;
    this.strips = strips;
    this.links = links;
  }

  String write() {
    xml.open("OpenDRIVE");
    xml.leaf("header", "revMajor", "1", "revMinor", "7", "name", name, "vendor", "Camber");
    strips.forEach(this::road);
    for (int junction = 0; junction < links.junctions(); junction++) {
      junction(junction);
    }
    xml.close();
    return xml.text();
  }

  private void road(Strip strip) {
    HermiteLine line = strip.reference();
    xml.open("road", "id", strip.roadId(), "length", number(line.lengthM()), "junction", "-1");
    roadLinks(strip);
    type(strip);
    xml.open("planView");
    for (int i = 0; i < line.pieces().size(); i++) {
      geometry(line.startM(i), line.pieces().get(i));
    }
    xml.close();
    heights(strip.heights());
    xml.open("lanes").open("laneSection", "s", "0").open("center");
    xml.open("lane", "id", "0", "type", "none", "level", "false");
    mark("solid").close().close().open("right");
    for (int i = 0; i < strip.lanelets().size(); i++) {
      lane(strip, i);
    }
    xml.close().close().close();
    signals(strip);
    xml.close();
  }

  private void roadLinks(Strip strip) {
    xml.open("link");
    links
        .junctionAtStart(strip)
        .ifPresentOrElse(
            junction -> xml.leaf(
                "predecessor", "elementType", "junction", "elementId", junctionId(junction)),
            () -> links.plainBefore(strip).stream()
                .findFirst()
                .ifPresent(it -> neighbour("predecessor", it.from(), "end")));
    links
        .junctionAtEnd(strip)
        .ifPresentOrElse(
            junction ->
                xml.leaf("successor", "elementType", "junction", "elementId", junctionId(junction)),
            () -> links.plainAfter(strip).stream()
                .findFirst()
                .ifPresent(it -> neighbour("successor", it.to(), "start")));
    xml.close();
  }

  private void neighbour(String element, Strip strip, String contact) {
    xml.leaf(element, "elementType", "road", "elementId", strip.roadId(), "contactPoint", contact);
  }

  private void type(Strip strip) {
    strip
        .lanelets()
        .get(0)
        .speedLimitMps()
        .ifPresent(limit -> xml.open("type", "s", "0", "type", "town")
            .leaf("speed", "max", number(limit), "unit", "m/s")
            .close());
  }

  private void geometry(double s, HermiteLine.Piece piece) {
    xml.open(
        "geometry",
        "s",
        number(s),
        "x",
        number(piece.start().x()),
        "y",
        number(piece.start().y()),
        "hdg",
        number(piece.headingRad()),
        "length",
        number(piece.lengthM()));
    xml.leaf(
        "paramPoly3",
        "pRange",
        "normalized",
        "aU",
        "0",
        "bU",
        number(piece.bu()),
        "cU",
        number(piece.cu()),
        "dU",
        number(piece.du()),
        "aV",
        "0",
        "bV",
        "0",
        "cV",
        number(piece.cv()),
        "dV",
        number(piece.dv()));
    xml.close();
  }

  private void heights(List<Strip.Height> heights) {
    if (heights.isEmpty()) {
      return;
    }
    xml.open("elevationProfile");
    for (int i = 0; i + 1 < heights.size(); i++) {
      Strip.Height here = heights.get(i);
      Strip.Height next = heights.get(i + 1);
      elevation(here.s(), here.z(), (next.z() - here.z()) / (next.s() - here.s()));
    }
    xml.close();
  }

  private void elevation(double s, double z, double slope) {
    xml.leaf("elevation", "s", number(s), "a", number(z), "b", number(slope), "c", "0", "d", "0");
  }

  private void lane(Strip strip, int index) {
    int number = -1 - index;
    xml.open("lane", "id", Integer.toString(number), "type", "driving", "level", "false");
    xml.open("link");
    links.plainBefore(strip).stream()
        .filter(it -> it.toLane() == number)
        .forEach(it -> xml.leaf("predecessor", "id", Integer.toString(it.fromLane())));
    links.plainAfter(strip).stream()
        .filter(it -> it.fromLane() == number)
        .forEach(it -> xml.leaf("successor", "id", Integer.toString(it.toLane())));
    xml.close();
    widths(strip.stations(), index);
    mark(index + 1 < strip.lanelets().size() ? "broken" : "solid");
    strip
        .lanelets()
        .get(index)
        .speedLimitMps()
        .ifPresent(limit -> xml.leaf("speed", "sOffset", "0", "max", number(limit), "unit", "m/s"));
    xml.close();
  }

  /** Straight edges between stations; one that only goes on is left out. */
  private void widths(List<Strip.Station> stations, int index) {
    double goingOn = Double.NaN;
    for (int i = 0; i + 1 < stations.size(); i++) {
      Strip.Station here = stations.get(i);
      Strip.Station next = stations.get(i + 1);
      double width = here.widthsM().get(index);
      double slope = (next.widthsM().get(index) - width) / (next.s() - here.s());
      if (!(Math.abs(slope - goingOn) < SLOPE_SAME)) {
        width(here.s(), width, slope);
        goingOn = slope;
      }
    }
  }

  private void width(double s, double width, double slope) {
    xml.leaf(
        "width", "sOffset", number(s), "a", number(width), "b", number(slope), "c", "0", "d", "0");
  }

  private XmlText mark(String type) {
    return xml.leaf("roadMark", "sOffset", "0", "type", type, "color", "white", "width", "0.12");
  }

  /** One signal for each light, at the end of the lanes that it stops. */
  private void signals(Strip strip) {
    Map<String, List<Integer>> lights = new TreeMap<>();
    for (Lanelet lanelet : strip.lanelets()) {
      for (String light : lanelet.stopLights()) {
        lights.computeIfAbsent(light, key -> new ArrayList<>()).add(strip.laneNumber(lanelet.id()));
      }
    }
    if (lights.isEmpty()) {
      return;
    }
    double end = strip.reference().lengthM();
    List<Double> widths = strip.stations().get(strip.stations().size() - 1).widthsM();
    xml.open("signals");
    lights.forEach((light, lanes) -> {
      double right = 0.0;
      for (double width : widths) {
        right += width;
      }
      xml.open(
          "signal",
          "s",
          number(end),
          "t",
          number(-right - 1.0),
          "id",
          light,
          "name",
          light,
          "dynamic",
          "yes",
          "orientation",
          "+",
          "zOffset",
          "3.2",
          "type",
          "1000001",
          "subtype",
          "-1",
          "country",
          "OpenDRIVE",
          "value",
          "-1",
          "height",
          "0.9",
          "width",
          "0.3");
      lanes.forEach(lane -> xml.leaf(
          "validity", "fromLane", Integer.toString(lane), "toLane", Integer.toString(lane)));
      xml.close();
    });
    xml.close();
  }

  private void junction(int junction) {
    int first = connectors;
    List<Connection> connections = links.of(junction);
    connections.forEach(connection -> connector(junction, connection));
    xml.open("junction", "id", junctionId(junction), "name", "");
    for (int i = 0; i < connections.size(); i++) {
      Connection connection = connections.get(i);
      xml.open(
          "connection",
          "id",
          Integer.toString(i),
          "incomingRoad",
          connection.from().roadId(),
          "connectingRoad",
          Integer.toString(CONNECTOR_ID + first + i),
          "contactPoint",
          "start");
      xml.leaf("laneLink", "from", Integer.toString(connection.fromLane()), "to", "-1");
      xml.close();
    }
    xml.close();
  }

  private void connector(int junction, Connection connection) {
    Strip from = connection.from();
    double heading = from.reference().headingAt(from.reference().lengthM());
    List<Double> widths = from.stations().get(from.stations().size() - 1).widthsM();
    double inner = 0.0;
    int index = -1 - connection.fromLane();
    for (int i = 0; i < index; i++) {
      inner += widths.get(i);
    }
    Vec2 end = from.reference().pointAt(from.reference().lengthM());
    Vec2 start = end.plus(new Vec2(StrictMath.sin(heading), -StrictMath.cos(heading)).times(inner));
    xml.open(
        "road",
        "id",
        Integer.toString(CONNECTOR_ID + connectors++),
        "length",
        number(CONNECTOR_M),
        "junction",
        junctionId(junction));
    xml.open("link");
    neighbour("predecessor", from, "end");
    neighbour("successor", connection.to(), "start");
    xml.close().open("planView");
    xml.open(
            "geometry",
            "s",
            "0",
            "x",
            number(start.x()),
            "y",
            number(start.y()),
            "hdg",
            number(heading),
            "length",
            number(CONNECTOR_M))
        .leaf("line")
        .close()
        .close();
    List<Strip.Height> heights = from.heights();
    if (!heights.isEmpty()) {
      xml.open("elevationProfile");
      elevation(0.0, heights.get(heights.size() - 1).z(), 0.0);
      xml.close();
    }
    xml.open("lanes").open("laneSection", "s", "0").open("center");
    xml.leaf("lane", "id", "0", "type", "none", "level", "false").close().open("right");
    xml.open("lane", "id", "-1", "type", "driving", "level", "false").open("link");
    xml.leaf("predecessor", "id", Integer.toString(connection.fromLane()));
    xml.leaf("successor", "id", Integer.toString(connection.toLane())).close();
    width(0.0, widths.get(index), 0.0);
    xml.close().close().close().close().close();
  }

  private static String junctionId(int junction) {
    return Integer.toString(JUNCTION_ID + junction);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
