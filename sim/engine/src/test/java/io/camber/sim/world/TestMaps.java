package io.camber.sim.world;

import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maps for world tests. */
final class TestMaps {
  private static final String STRAIGHT = """
      <OpenDRIVE><header revMajor="1" revMinor="6"/>
      <road name="r" length="1000" id="1" junction="-1"><link/>
      <planView><geometry s="0" x="0" y="0" hdg="0" length="1000"><line/></geometry></planView>
      <elevationProfile><elevation s="0" a="5" b="%s" c="0" d="0"/></elevationProfile>
      <lateralProfile><superelevation s="0" a="%s" b="0" c="0" d="0"/></lateralProfile>
      <lanes><laneSection s="0"><center><lane id="0" type="none" level="false"/></center>
      <right><lane id="-1" type="driving" level="false">
      <width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane></right></laneSection></lanes></road>
      </OpenDRIVE>
      """;

  private TestMaps() {}

  /** One straight lane along x, 5 m up at its start; slope and bank as OpenDRIVE states them. */
  static RoadMap straight(double slope, double bank) {
    String xml = STRAIGHT.formatted(slope, bank);
    return RoadMap.parse("straight.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  static RoadMap bundled(String name) throws IOException {
    Path file = Path.of("..", "..", "scenarios", "maps", name);
    return RoadMap.parse(name, ByteBuffer.wrap(Files.readAllBytes(file)));
  }
}
