package io.camber.viewer.picture;

import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.Futures;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.viewer.drive.DriveMessage;

/** Rows about what is around the ego. Each begins with the time it speaks of and, where it differs, when it was published. */
final class SceneRows {
  private static final long TRUTH_NS = 45_000_000L;

  private final Clock clock;
  private final Streams streams;
  private long truthNs = Long.MIN_VALUE / 2;

  SceneRows(Clock clock, Streams streams) {
    this.clock = clock;
    this.streams = streams;
  }

  /** Objects: id, class, x, y, yaw, bottom, length, width, height, vx, vy, acceleration, existence, age, coasted, class confidence, position sigma. */
  void tracks(DriveMessage message, Tracks tracks) {
    Json row = begin("tracks", tracks.timeNs(), message);
    for (Track track : tracks.tracks()) {
      var center = track.center();
      row.array().whole(track.id()).code(track.objectClass());
      row.number(center.x()).number(center.y()).fine(center.yaw()).number(track.bottomZ());
      var size = track.size();
      row.number(size.lengthM()).number(size.widthM()).number(size.heightM());
      row.number(track.velocityMps().x()).number(track.velocityMps().y());
      row.number(track.accelMps2()).number(track.existence());
      row.number(track.ageNs() * 1e-9).number(track.coastedNs() * 1e-9);
      row.number(track.classConfidence()).number(track.positionStdM()).endArray();
    }
    row.endArray().endArray();
  }

  /** Objects in the ego's frame: class, x, y, yaw, bottom, length, width, height, score, points. */
  void detections(DriveMessage message, Detections detections) {
    Json row = begin("detections", detections.timeNs(), message);
    for (Detection found : detections.detections()) {
      row.array().code(found.objectClass());
      row.number(found.center().x())
          .number(found.center().y())
          .fine(found.center().yaw());
      row.number(found.bottomZ()).number(found.size().lengthM());
      row.number(found.size().widthM()).number(found.size().heightM());
      row.number(found.score()).whole(found.pointCount()).endArray();
    }
    row.endArray().endArray();
  }

  /** Rectangles in the front camera's image: kind, left, top, right, bottom in pixels, probability. */
  void seen(DriveMessage message, ImageDetections detections) {
    Json row = begin("seen", detections.timeNs(), message);
    for (ImageDetection found : detections.detections()) {
      row.array().code(found.kind());
      row.number(found.box().left()).number(found.box().top());
      row.number(found.box().right()).number(found.box().bottom());
      row.number(found.probability()).endArray();
    }
    row.endArray().endArray();
  }

  /** Lights: id, colour, confidence. */
  void signals(DriveMessage message, SignalStates states) {
    Json row = begin("signals", states.timeNs(), message);
    for (SignalState state : states.signals()) {
      row.array().text(state.signalId()).code(state.color());
      row.number(state.confidence()).endArray();
    }
    row.endArray().endArray();
  }

  /** Tracks: id, modes; a mode: name, probability, x, y, x, y and so on. */
  void futures(DriveMessage message, Futures futures) {
    Json row = begin("futures", futures.timeNs(), message);
    for (TrackFuture future : futures.futures()) {
      row.array().whole(future.trackId()).array();
      for (PredictedPath mode : future.modes()) {
        row.array().text(mode.mode()).number(mode.probability()).array();
        for (PredictedPoint point : mode.points()) {
          row.number(point.x()).number(point.y());
        }
        row.endArray().endArray();
      }
      row.endArray().endArray();
    }
    row.endArray().endArray();
  }

  /** Actors: name, class, x, y, z, yaw, length, width, height, middle forward, middle left, speed; lights: id, colour. */
  void truth(DriveMessage message, TruthFrame frame) {
    if (message.timeNs() - truthNs < TRUTH_NS) {
      return;
    }
    truthNs = message.timeNs();
    Json row = streams.of("truth").array().number(clock.seconds(frame.timeNs()));
    row.text(frame.egoName()).array();
    for (ActorTruth actor : frame.actors()) {
      var at = actor.mapFromReference();
      row.array().text(actor.name()).code(actor.objectClass());
      row.number(at.x()).number(at.y()).number(at.z()).fine(at.yaw());
      var size = actor.size();
      row.number(size.lengthM()).number(size.widthM()).number(size.heightM());
      row.number(actor.centerOffsetM()).number(actor.centerOffsetLeftM());
      row.number(actor.speedMps()).endArray();
    }
    row.endArray().array();
    for (SignalTruth signal : frame.signals()) {
      row.array().text(signal.signalId()).code(signal.color()).endArray();
    }
    row.endArray().endArray();
  }

  private Json begin(String stream, long timeNs, DriveMessage message) {
    return streams
        .of(stream)
        .array()
        .number(clock.seconds(timeNs))
        .number(clock.seconds(message.timeNs()))
        .array();
  }
}
