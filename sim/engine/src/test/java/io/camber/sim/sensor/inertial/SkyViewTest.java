package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A straight road with a tunnel from 100 m to 160 m. */
final class SkyViewTest {
  private static final String ROAD = """
      <?xml version="1.0"?>
      <OpenDRIVE><header revMajor="1" revMinor="6" name="tunnel" version="1.00" north="0" south="0" east="0" west="0"/>
      <road name="" length="300.0" id="1" junction="-1">
        <planView><geometry s="0" x="0" y="0" hdg="0" length="300"><line/></geometry></planView>
        <lanes><laneSection s="0">
          <center><lane id="0" type="none" level="false"/></center>
          <right>
            <lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
          </right>
        </laneSection></lanes>
        <objects><tunnel s="100" length="60" id="t" name="t" type="standard" lighting="0" daylight="0"/></objects>
      </road></OpenDRIVE>
      """;

  @Test
  void seesNoSkyInATunnel() {
    SkyView sky = new SkyView(
        RoadMap.parse("t.xodr", ByteBuffer.wrap(ROAD.strip().getBytes(StandardCharsets.UTF_8))));

    assertThat(sky.isOpen(new Vec3(90, -1.7, 0))).isTrue();
    assertThat(sky.isOpen(new Vec3(130, -1.7, 0))).isFalse();
    assertThat(sky.isOpen(new Vec3(170, -1.7, 0))).isTrue();
  }

  @Test
  void seesTheSkyOnAMapWithoutTunnels() {
    assertThat(new SkyView(RoadMap.empty()).isOpen(Vec3.ZERO)).isTrue();
  }
}
