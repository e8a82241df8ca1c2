package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  /** A street along x of 12 m between two rows of houses of 15 m, from x = 100 to 200. */
  private static final String CANYON = ROAD.replace(
      "<objects><tunnel s=\"100\" length=\"60\" id=\"t\" name=\"t\" type=\"standard\" lighting=\"0\" daylight=\"0\"/></objects>",
      """
      <objects>
        <object id="a" name="house" type="building" s="150" t="11" zOffset="0" hdg="0" pitch="0" roll="0" length="100" width="10" height="15"/>
        <object id="b" name="house" type="building" s="150" t="-14" zOffset="0" hdg="0" pitch="0" roll="0" length="100" width="10" height="15"/>
      </objects>
      """);

  @Test
  void housesMoveTheFixInAStreetAndNotBeforeIt() {
    SkyView sky = new SkyView(
        RoadMap.parse("c.xodr", ByteBuffer.wrap(CANYON.strip().getBytes(StandardCharsets.UTF_8))));
    var detours = sky.detours(GnssConfig.uncorrected(), 1);

    SkyView.Detour open = detours.apply(new Vec3(5, -1.7, 0)).orElseThrow();
    SkyView.Detour inside = detours.apply(new Vec3(150, -1.7, 0)).orElseThrow();
    SkyView.Detour corrected =
        sky.detours(GnssConfig.corrected(), 1).apply(new Vec3(150, -1.7, 0)).orElseThrow();

    assertThat(open.errorM().length()).isLessThan(0.1);
    assertThat(inside.errorM().length()).isBetween(1.0, 60.0);
    assertThat(inside.stdM()).isPositive();
    // Detours enter by their share: half of them here, a fiftieth there.
    assertThat(corrected.errorM().length())
        .isCloseTo(inside.errorM().length() * 0.02 / 0.5, within(1e-9));
  }
}
