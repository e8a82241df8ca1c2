package io.camber.app.oracle;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Futures as they came to be in a drive before. Who is elsewhere now than it ever was near this time has none: it goes straight on. */
final class Clairvoyance {
  private static final double STEP_S = 0.5;
  private static final double HORIZON_S = 8.0;
  private static final double NEAR_M = 3.0;
  private static final double NS = 1e-9;
  private static final double STD = 0.1;

  private final Hindsight hindsight;

  Clairvoyance(Hindsight hindsight) {
    this.hindsight = hindsight;
  }

  Futures futures(Tracks tracks) {
    List<TrackFuture> futures = new ArrayList<>();
    for (Track track : tracks.tracks()) {
      List<PredictedPoint> points = points(track, tracks.timeNs());
      if (points.size() > 1) {
        futures.add(
            new TrackFuture(track.id(), List.of(new PredictedPath("foreseen", 1.0, points))));
      }
    }
    return new Futures(tracks.timeNs(), futures);
  }

  private List<PredictedPoint> points(Track track, long timeNs) {
    Vec2 place = track.center().position();
    Optional<String> name = hindsight.nearestWithin(place, timeNs, NEAR_M);
    Optional<Long> then = name.flatMap(who -> hindsight.whenAt(who, place, timeNs, NEAR_M));
    List<PredictedPoint> points = new ArrayList<>();
    for (double t = 0.0; then.isPresent() && t <= HORIZON_S; t += STEP_S) {
      Optional<ActorTruth> actor =
          hindsight.at(name.orElseThrow(), then.get() + Math.round(t / NS));
      if (actor.isEmpty()) {
        break;
      }
      Pose2 center = actor.get().footprint().center();
      points.add(new PredictedPoint(
          t, center.x(), center.y(), center.yaw(), actor.get().speedMps(), STD));
    }
    return points;
  }
}
