package io.camber.sim.traffic;

import io.camber.map.RoadMap;
import io.camber.sim.traffic.network.LaneNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maps for tests. */
final class TestRoads {
  static final String SIGNALS = "signal-crossing";
  static final String PRIORITY = "priority-crossing";

  private TestRoads() {}

  /** A bundled map. */
  static RoadMap map(String name) {
    Path file = Path.of("..", "..", "scenarios", "maps", name + ".xodr");
    try {
      return RoadMap.parse(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LaneNetwork network(String name) {
    return LaneNetwork.of(map(name));
  }

  /** One straight one-way road with {@code lanes} lanes and a speed limit. */
  static LaneNetwork straight(int lanes, double lengthM, double limitMps) {
    StringBuilder right = new StringBuilder();
    for (int i = 1; i <= lanes; i++) {
      right
          .append("<lane id=\"-")
          .append(i)
          .append("\" type=\"driving\"><width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/>")
          .append("<roadMark sOffset=\"0\" type=\"broken\" laneChange=\"both\"/></lane>");
    }
    String xml = "<OpenDRIVE><header revMajor=\"1\" revMinor=\"6\" name=\"straight\"/>"
        + "<road id=\"1\" junction=\"-1\" length=\"" + lengthM + "\"><type s=\"0\" type=\"rural\">"
        + "<speed max=\"" + limitMps + "\" unit=\"m/s\"/></type>"
        + "<planView><geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"" + lengthM
        + "\"><line/></geometry></planView><lanes><laneSection s=\"0\"><center><lane id=\"0\""
        + " type=\"none\"/></center><right>" + right
        + "</right></laneSection></lanes></road></OpenDRIVE>";
    return LaneNetwork.of(
        RoadMap.parse("straight.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8))));
  }
}
