package io.camber.app.render;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.sensing.GnssFix;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.GnssSensor;
import io.camber.sim.sensor.inertial.SkyView;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fixes along a road between houses of 15 m from 150 to 300 m and through a tunnel from 400 to 500 m, at 10 m/s. */
final class SatelliteSeries {
  private static final double LENGTH_M = 600.0;
  private static final double LANE_M = -1.75;
  private static final double SPEED_MPS = 10.0;
  private static final long PERIOD_NS = 100_000_000L;
  private static final double PERIOD_S = 0.1;

  private static final String ROAD = """
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

  private SatelliteSeries() {}

  static List<Plot> plots(long seed) {
    RoadMap map =
        RoadMap.parse("street", ByteBuffer.wrap(ROAD.strip().getBytes(StandardCharsets.UTF_8)));
    return List.of(
        plot("satellites, as a phone's receiver", GnssConfig.uncorrected(), map, seed),
        plot("satellites, the default receiver", GnssConfig.corrected(), map, seed));
  }

  /** No fix, no point: the line has a gap. */
  private static Plot plot(String title, GnssConfig config, RoadMap map, long seed) {
    SkyView sky = new SkyView(map);
    Function<Vec3, Optional<SkyView.Detour>> detours = sky.detours(config, seed);
    GnssSensor sensor = new GnssSensor(config, seed);
    List<Vec2> errors = new ArrayList<>();
    List<Vec2> sigmas = new ArrayList<>();
    for (int i = 0; SPEED_MPS * PERIOD_S * i <= LENGTH_M; i++) {
      double x = SPEED_MPS * PERIOD_S * i;
      Vec3 place = new Vec3(x, LANE_M, 0.0);
      GnssFix open = sensor.sample(i * PERIOD_NS, car(place), PERIOD_S);
      Optional<GnssFix> fix = sky.isOpen(place)
          ? detours.apply(place).map(detour -> GnssSensor.among(open, detour))
          : Optional.empty();
      errors.add(new Vec2(x, fix.map(each -> awry(each, place)).orElse(Double.NaN)));
      sigmas.add(new Vec2(x, fix.map(GnssFix::positionStdM).orElse(Double.NaN)));
    }
    return new Plot(
        title,
        "way, m: houses 150 to 300, tunnel 400 to 500",
        "m",
        List.of(
            Curve.driven("off the true place", errors),
            Curve.expected("its own idea, one sigma an axis", sigmas)));
  }

  private static double awry(GnssFix fix, Vec3 place) {
    return StrictMath.hypot(fix.position().x() - place.x(), fix.position().y() - place.y());
  }

  private static ActorTruth car(Vec3 place) {
    return new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        new Pose3(place.x(), place.y(), place.z(), 0.0, 0.0, 0.0),
        new Size3(4.5, 1.8, 1.5),
        1.35,
        0.0,
        SPEED_MPS,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }
}
