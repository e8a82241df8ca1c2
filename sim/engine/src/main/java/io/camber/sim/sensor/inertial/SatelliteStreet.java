package io.camber.sim.sensor.inertial;

import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The street on which receivers are tried out, for sheets and tests: along x under open sky, between two rows of houses 15 m high
 * that stand 15 m apart, and through a tunnel.
 */
public final class SatelliteStreet {
  public static final double HOUSES_FROM_X = 150.0;
  public static final double HOUSES_TO_X = 300.0;
  public static final double TUNNEL_FROM_X = 400.0;
  public static final double TUNNEL_TO_X = 500.0;

  /** Middle of its only lane. */
  public static final double LANE_Y = -1.75;

  private static final String OPEN_DRIVE = """
      <?xml version="1.0"?>
      <OpenDRIVE><header revMajor="1" revMinor="6" name="street" version="1.00" north="0" south="0" east="0" west="0"/>
      <road name="" length="700" id="1" junction="-1">
        <planView><geometry s="0" x="0" y="0" hdg="0" length="700"><line/></geometry></planView>
        <lanes><laneSection s="0">
          <center><lane id="0" type="none" level="false"/></center>
          <right>
            <lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
          </right>
        </laneSection></lanes>
        <objects>
          <object id="a" name="house" type="building" s="190" t="11" zOffset="0" hdg="0" pitch="0" roll="0" length="80" width="10" height="15"/>
          <object id="b" name="house" type="building" s="225" t="-14" zOffset="0" hdg="0" pitch="0" roll="0" length="150" width="10" height="15"/>
          <object id="c" name="house" type="building" s="275" t="11" zOffset="0" hdg="0" pitch="0" roll="0" length="50" width="10" height="15"/>
          <tunnel s="400" length="100" id="t" name="t" type="standard" lighting="0" daylight="0"/>
        </objects>
      </road></OpenDRIVE>
      """;

  private SatelliteStreet() {}

  public static RoadMap map() {
    return RoadMap.parse(
        "street", ByteBuffer.wrap(OPEN_DRIVE.strip().getBytes(StandardCharsets.UTF_8)));
  }
}
