package io.camber.prediction;

import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The baseline that every other predictor has to beat: everybody goes on as they do now. */
public final class ConstantVelocityPredictor implements Predictor {
  private static final double STEP_S = 0.5;
  private static final int STEPS = 16;

  @Override
  public Futures predict(Tracks tracks, Optional<SignalStates> signals, RoadMap map) {
    List<TrackFuture> futures = new ArrayList<>();
    for (Track track : tracks.tracks()) {
      futures.add(new TrackFuture(track.id(), List.of(straightOn(track))));
    }
    return new Futures(tracks.timeNs(), futures);
  }

  private static PredictedPath straightOn(Track track) {
    List<PredictedPoint> points = new ArrayList<>(STEPS + 1);
    Vec2 v = track.velocityMps();
    for (int i = 0; i <= STEPS; i++) {
      double t = i * STEP_S;
      double drift = track.velocityStdMps() * t;
      points.add(new PredictedPoint(
          t,
          track.center().x() + v.x() * t,
          track.center().y() + v.y() * t,
          track.center().yaw(),
          v.length(),
          Math.sqrt(track.positionStdM() * track.positionStdM() + drift * drift)));
    }
    return new PredictedPath("constant-velocity", 1.0, points);
  }
}
