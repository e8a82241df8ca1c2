package io.camber.map;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Small OpenDRIVE files written by tests. */
public final class Roads {
  private static final String LANE = """
      <lane id="%d" type="driving"><link>%s</link><width sOffset="0" a="%s" b="0" c="0" d="0"/>
      <roadMark sOffset="0" type="%s"/></lane>""";

  private Roads() {}

  public static RoadMap parse(String body) {
    String xml = "<?xml version=\"1.0\"?>\n<OpenDRIVE>\n<header revMajor=\"1\" revMinor=\"6\"/>\n"
        + body + "\n</OpenDRIVE>\n";
    return RoadMap.parse("test.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  public static String lane(int id, double width) {
    return lane(id, width, "", "broken");
  }

  public static String lane(int id, double width, String links, String mark) {
    return LANE.formatted(id, links, Double.toString(width), mark);
  }

  /** Two lanes a side, 3.5 m wide, over the given plan view. */
  public static String road(String attributes, double length, String planView, String more) {
    return """
        <road id="1" junction="-1" length="%s" %s>
        <planView>%s</planView>
        %s
        <lanes><laneSection s="0">
        <left>%s%s</left>
        <center><lane id="0" type="none"/></center>
        <right>%s%s</right>
        </laneSection></lanes>
        </road>""".formatted(
            Double.toString(length),
            attributes,
            planView,
            more,
            lane(2, 3.5),
            lane(1, 3.5),
            lane(-1, 3.5),
            lane(-2, 3.5));
  }

  public static RoadMap straight(double length) {
    return parse(road("", length, line(length), ""));
  }

  public static String line(double length) {
    return "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"" + length
        + "\"><line/></geometry>";
  }

  /** A road of one clothoid, its curvature within 0.03 per metre. */
  public static RoadMap random(long seed) {
    Random random = new Random(seed);
    double length = 60.0 + random.nextDouble() * 100.0;
    String geometry = String.format(
        Locale.ROOT,
        "<geometry s=\"0\" x=\"%.3f\" y=\"%.3f\" hdg=\"%.4f\" length=\"%s\"><spiral curvStart=\"%.5f\" curvEnd=\"%.5f\"/></geometry>",
        random.nextDouble() * 1000.0,
        random.nextDouble() * 1000.0,
        random.nextDouble() * 6.0,
        length,
        (random.nextDouble() - 0.5) * 0.06,
        (random.nextDouble() - 0.5) * 0.06);
    return parse(road("", length, geometry, ""));
  }
}
