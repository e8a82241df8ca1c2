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
import io.camber.sim.sensor.inertial.SatelliteStreet;
import io.camber.sim.sensor.inertial.SkyView;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Fixes along the {@link SatelliteStreet}, at 10 m/s. */
final class SatelliteSeries {
  private static final double LENGTH_M = 600.0;
  private static final double SPEED_MPS = 10.0;
  private static final long PERIOD_NS = 100_000_000L;
  private static final double PERIOD_S = 0.1;

  private SatelliteSeries() {}

  static List<Plot> plots(long seed) {
    RoadMap map = SatelliteStreet.map();
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
      Vec3 place = new Vec3(x, SatelliteStreet.LANE_Y, 0.0);
      GnssFix open = sensor.sample(i * PERIOD_NS, car(place), PERIOD_S);
      Optional<GnssFix> fix = sky.isOpen(place)
          ? detours.apply(place).map(detour -> GnssSensor.among(open, detour))
          : Optional.empty();
      errors.add(new Vec2(x, fix.map(each -> awry(each, place)).orElse(Double.NaN)));
      sigmas.add(new Vec2(x, fix.map(GnssFix::positionStdM).orElse(Double.NaN)));
    }
    return new Plot(
        title,
        String.format(
            Locale.ROOT,
            "way, m: houses %.0f to %.0f, tunnel %.0f to %.0f",
            SatelliteStreet.HOUSES_FROM_X,
            SatelliteStreet.HOUSES_TO_X,
            SatelliteStreet.TUNNEL_FROM_X,
            SatelliteStreet.TUNNEL_TO_X),
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
