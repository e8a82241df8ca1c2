package io.camber.planning.forecast;

import io.camber.geometry.Vec2;
import io.camber.planning.route.ReferenceLine;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Every mode of every track that could meet the ego within the horizon. Tracks without futures are carried on straight, so
 * that nothing seen is ever forgotten.
 */
public final class Forecast {
  /** Stations looked at behind the ego. */
  private static final double BEHIND_M = 60.0;

  /** Tracks further to the side than this at all predicted instants cannot matter. */
  private static final double REACH_BESIDE_M = 25.0;

  private static final double HORIZON_S = (PlanGrid.COUNT - 1) * PlanGrid.STEP_S;

  private final List<ActorMode> modes;

  private Forecast(List<ActorMode> modes) {
    this.modes = List.copyOf(modes);
  }

  /**
   * Lays the futures out on the grid.
   *
   * @param startNs time of grid step 0
   * @param egoS the ego's station at step 0
   * @param reachM how far ahead of it the ego can come within the horizon
   */
  public static Forecast of(
      Tracks tracks,
      Futures futures,
      long startNs,
      ReferenceLine line,
      double egoS,
      double reachM) {
    TreeMap<Integer, TrackFuture> byTrack = new TreeMap<>();
    for (TrackFuture future : futures.futures()) {
      byTrack.put(future.trackId(), future);
    }
    List<ActorMode> modes = new ArrayList<>();
    for (Track track : tracks.tracks()) {
      TrackFuture future = byTrack.get(track.id());
      if (future == null || future.modes().isEmpty()) {
        double offsetS = (startNs - tracks.timeNs()) * 1e-9;
        add(modes, track, straightOn(track), offsetS, line, egoS, reachM);
        continue;
      }
      double offsetS = (startNs - futures.timeNs()) * 1e-9;
      for (PredictedPath path : future.modes()) {
        add(modes, track, path, offsetS, line, egoS, reachM);
      }
    }
    return new Forecast(modes);
  }

  private static void add(
      List<ActorMode> modes,
      Track track,
      PredictedPath path,
      double offsetS,
      ReferenceLine line,
      double egoS,
      double reachM) {
    if (path.points().isEmpty()) {
      return;
    }
    double radius = 0.5 * (track.size().lengthM() + track.size().widthM());
    double toS = egoS + reachM + radius + 30.0;
    ActorMode mode = ActorMode.of(track, path, offsetS, line, egoS - BEHIND_M, toS);
    if (isNear(mode, egoS, reachM, radius)) {
      modes.add(mode);
    }
  }

  private static boolean isNear(ActorMode mode, double egoS, double reachM, double radius) {
    boolean beside = false;
    boolean within = false;
    for (int k = 0; k < PlanGrid.COUNT; k += 5) {
      beside |= Math.abs(mode.d(k)) < REACH_BESIDE_M + radius;
      within |= mode.s(k) > egoS - BEHIND_M && mode.s(k) < egoS + reachM + radius + 10.0;
    }
    return beside && within;
  }

  private static PredictedPath straightOn(Track track) {
    Vec2 v = track.velocityMps();
    double speed = v.length();
    double x = track.center().x();
    double y = track.center().y();
    double yaw = track.center().yaw();
    double end = HORIZON_S + 2.0;
    return new PredictedPath(
        "straight-on",
        1.0,
        List.of(
            new PredictedPoint(0.0, x, y, yaw, speed, track.positionStdM()),
            new PredictedPoint(
                end,
                x + v.x() * end,
                y + v.y() * end,
                yaw,
                speed,
                track.positionStdM() + end * track.velocityStdMps())));
  }

  /** In track order, most likely mode of a track first. */
  public List<ActorMode> modes() {
    return modes;
  }
}
